-- CREATE EXTENSION kotext: functions, a dictionary of stems, and a search configuration that uses it.
CREATE FUNCTION kotext_romanize(text, scheme text DEFAULT 'rr') RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION kotext_normalize(text, steps text DEFAULT 'default') RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION kotext_pronounce(text) RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION kotext_hanja(text) RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION kotext_slug(text) RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION kotext_josa(word text, particle text) RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION kotext_spell(name text, nth integer DEFAULT 1) RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION kotext_match(hangul text, latin text) RETURNS double precision
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
CREATE FUNCTION kotext_names_json(text) RETURNS text
    AS 'MODULE_PATHNAME' LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
-- A body that is bound now, for the extension may move to another schema.
CREATE FUNCTION kotext_names(text) RETURNS jsonb
    LANGUAGE SQL IMMUTABLE STRICT PARALLEL SAFE RETURN kotext_names_json($1)::jsonb;

CREATE FUNCTION kotext_dictionary_init(internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C STRICT;
CREATE FUNCTION kotext_dictionary_lexize(internal, internal, internal, internal) RETURNS internal
    AS 'MODULE_PATHNAME' LANGUAGE C STRICT;
CREATE TEXT SEARCH TEMPLATE kotext (INIT = kotext_dictionary_init, LEXIZE = kotext_dictionary_lexize);
CREATE TEXT SEARCH DICTIONARY kotext (TEMPLATE = kotext);
CREATE TEXT SEARCH CONFIGURATION kotext (PARSER = pg_catalog.default);
ALTER TEXT SEARCH CONFIGURATION kotext
    ADD MAPPING FOR word, numword, hword, hword_part, hword_numpart, numhword WITH kotext, simple;
ALTER TEXT SEARCH CONFIGURATION kotext
    ADD MAPPING FOR asciiword, asciihword, hword_asciipart, email, url, host, int, uint, float, version WITH simple;
