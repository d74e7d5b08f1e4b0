#include "engine/ctx.h"

#include "core/status.h"
#include "core/str.h"
#include "engine/options.h"
#include "lexicon/builtin.h"

const char *kt_version(void) {
    return KTI_VERSION;
}

const char *kt_build_info(void) {
    return kti_uni_versions();
}

static kt_str engine_data(kt_engine *engine) {
    return engine->file.mapped ? engine->file.bytes : kti_builtin_data();
}

static kt_status open_parts(kt_engine *engine, const kt_config *config, kt_error *err) {
    if (config->data_path != NULL) KTI_TRY(kt_file_map(config->data_path, &engine->file, err));
    if (config->data_path != NULL && !engine->file.mapped)
        return kti_fail(err, KT_ERR_DATA, 0, "data file is empty");
    bool with_names = config->dictionaries != KT_DICTIONARIES_NONE;
    KTI_TRY(kti_lexicon_open(&engine->alloc, engine_data(engine), with_names, config->user_dict,
                             &engine->lexicon, err));
    kti_matcher_open(engine->lexicon, &engine->matcher);
    kti_translit_open(engine->lexicon, &engine->translit);
    engine->matcher.translit = &engine->translit;
    kt_status status = kti_hanja_of(engine->lexicon, &engine->hanja);
    if (status != KT_OK) return kti_fail(err, status, 0, "the Hanja sections are damaged");
    return KT_OK;
}

kt_status kt_engine_open(const kt_config *config, kt_engine **out, kt_error *err) {
    static const kt_config defaults = KT_CONFIG_INIT;
    if (config == NULL) config = &defaults;
    if (out == NULL) return kti_fail(err, KT_ERR_ARG, 0, "no place for the engine");
    *out = NULL;
    if (!kti_known_config(config)) return kti_fail(err, KT_ERR_ARG, 0, "unknown configuration");
    kt_alloc alloc = kti_alloc_or_libc(config->alloc);
    kt_engine *engine = kti_alloc_zeroed(&alloc, sizeof *engine);
    if (engine == NULL) return kti_fail(err, KT_ERR_NOMEM, 0, "out of memory");
    engine->alloc = alloc;
    kt_status status = open_parts(engine, config, err);
    if (status != KT_OK) {
        kt_engine_close(engine);
        return status;
    }
    *out = engine;
    return KT_OK;
}

void kt_engine_close(kt_engine *engine) {
    if (engine == NULL) return;
    kt_alloc alloc = engine->alloc;
    kti_lexicon_close(engine->lexicon);
    kt_file_unmap(&engine->file);
    kti_alloc_free(&alloc, engine, sizeof *engine);
}

const char *kt_engine_data_info(const kt_engine *engine) {
    return engine == NULL ? "" : kti_lexicon_info(engine->lexicon);
}
