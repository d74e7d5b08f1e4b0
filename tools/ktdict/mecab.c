#include "mecab.h"

#include <stdio.h>
#include <string.h>

#include "lexicon/ktd.h"

static const uint32_t magic = 0xEF718F77;
enum { HEADER = 72, VERSION = 102, TOKEN = 16, UNIT = 8 };

/* ---- opening -------------------------------------------------------------------------------- */

/* The dictionary is little-endian, this machine may not be. */
static uint16_t read_u16(kt_str bytes, size_t at) {
    unsigned char b[2] = {0, 0};
    kti_ktd_read(bytes, at, b, sizeof b);
    return (uint16_t)(b[0] | b[1] << 8);
}

static uint32_t read_u32(kt_str bytes, size_t at) {
    return read_u16(bytes, at) | (uint32_t)read_u16(bytes, at + 2) << 16;
}

static const char *read_sys(mecab_dictionary *d) {
    kt_str bytes = d->sys.bytes;
    if (bytes.len < HEADER) return "cut off in its header";
    if ((read_u32(bytes, 0) ^ magic) != bytes.len) return "not a mecab dictionary, or cut off";
    if (read_u32(bytes, 4) != VERSION) return "of another version";
    size_t units = read_u32(bytes, 24), tokens = read_u32(bytes, 28),
           features = read_u32(bytes, 32);
    if (HEADER + units + tokens + features != bytes.len) return "its sections do not add up";
    d->units = kti_str_cut(bytes, HEADER, HEADER + units);
    d->tokens = kti_str_cut(bytes, HEADER + units, HEADER + units + tokens);
    d->features = kti_str_cut(bytes, HEADER + units + tokens, bytes.len);
    return NULL;
}

static const char *read_matrix(mecab_dictionary *d) {
    kt_str bytes = d->matrix.bytes;
    d->rights = read_u16(bytes, 0);
    d->lefts = read_u16(bytes, 2);
    if (bytes.len != 4 + (size_t)d->lefts * d->rights * 2) return "its size does not fit";
    d->costs = kti_str_cut(bytes, 4, bytes.len);
    return NULL;
}

static const char *map(const char *dir, const char *name, kt_file *out) {
    char path[4096];
    kt_error err;
    snprintf(path, sizeof path, "%s/%s", dir, name);
    return kt_file_map(path, out, &err) == KT_OK ? NULL : err.message;
}

const char *mecab_open(const char *dir, mecab_dictionary *d, const char **name) {
    *d = (mecab_dictionary){.lefts = 0};
    struct {
        const char *name;
        kt_file *file;
    } files[] = {{"left-id.def", &d->left_def},
                 {"right-id.def", &d->right_def},
                 {"matrix.bin", &d->matrix},
                 {"sys.dic", &d->sys}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        *name = files[i].name;
        const char *fault = map(dir, files[i].name, files[i].file);
        if (fault == NULL && files[i].file == &d->matrix) fault = read_matrix(d);
        if (fault == NULL && files[i].file == &d->sys) fault = read_sys(d);
        if (fault != NULL) return fault;
    }
    return NULL;
}

void mecab_close(mecab_dictionary *d) {
    kt_file_unmap(&d->sys);
    kt_file_unmap(&d->matrix);
    kt_file_unmap(&d->left_def);
    kt_file_unmap(&d->right_def);
}

/* ---- the double array ----------------------------------------------------------------------- */

typedef struct walk {
    const mecab_dictionary *d;
    mecab_visitor *visit;
    void *context;
    char surface[MECAB_SURFACE_BYTES];
} walk;

static bool unit_at(const mecab_dictionary *d, uint32_t index, int32_t *base, uint32_t *check) {
    size_t at = (size_t)index * UNIT;
    if (at + UNIT > d->units.len) return false;
    *base = (int32_t)read_u32(d->units, at);
    *check = read_u32(d->units, at + 4);
    return true;
}

/* Depth is bounded by the longest surface we keep. */
static void descend(walk *w, int32_t base, size_t len) {
    int32_t value;
    uint32_t check;
    if (unit_at(w->d, (uint32_t)base, &value, &check) && check == (uint32_t)base && value < 0 &&
        len > 0) {
        uint32_t packed = (uint32_t)(-value - 1);
        w->visit(w->context, (kt_str){w->surface, len}, packed >> 8, packed & 0xFF);
    }
    if (len + 1 >= sizeof w->surface) return;
    for (uint32_t byte = 0; byte < 256; byte++) {
        int32_t child;
        if (!unit_at(w->d, (uint32_t)base + 1 + byte, &child, &check) || check != (uint32_t)base)
            continue;
        w->surface[len] = (char)byte;
        descend(w, child, len + 1);
    }
}

void mecab_visit(const mecab_dictionary *d, mecab_visitor *visit, void *context) {
    walk w = {.d = d, .visit = visit, .context = context};
    int32_t root;
    uint32_t check;
    if (unit_at(d, 0, &root, &check)) descend(&w, root, 0);
}

mecab_token mecab_token_at(const mecab_dictionary *d, uint32_t index) {
    size_t at = (size_t)index * TOKEN;
    uint32_t feature = read_u32(d->tokens, at + 8);
    mecab_token t = {.left = read_u16(d->tokens, at),
                     .right = read_u16(d->tokens, at + 2),
                     .part_of_speech = read_u16(d->tokens, at + 4),
                     .cost = (int16_t)read_u16(d->tokens, at + 6),
                     .feature = KTI_STR("")};
    if (feature < d->features.len) {
        kt_str rest = kti_str_cut(d->features, feature, d->features.len);
        t.feature = kti_str_next_field(&rest, '\0');
    }
    return t;
}

/* ---- classes -------------------------------------------------------------------------------- */

int16_t mecab_cost(const mecab_dictionary *d, uint32_t left, uint32_t right) {
    if (left >= d->lefts || right >= d->rights) return 0;
    return (int16_t)read_u16(d->costs, ((size_t)left * d->rights + right) * 2);
}

uint16_t mecab_class(kt_str def, const char *feature) {
    while (def.ptr != NULL) {
        kt_str line = kti_str_next_field(&def, '\n');
        kt_str number = kti_str_next_field(&line, ' ');
        if (line.ptr == NULL || !kti_str_starts(line, kti_str(feature))) continue;
        unsigned value = 0;
        for (size_t i = 0; i < number.len && kti_is_ascii_digit(number.ptr[i]); i++)
            value = value * 10 + (unsigned)(number.ptr[i] - '0');
        return (uint16_t)value;
    }
    return 0;
}
