/* dialect.h - what one format is: how to tell it, read it, cut its cues into pieces, write it. */
#ifndef KTI_SUBTITLE_DIALECT_H
#define KTI_SUBTITLE_DIALECT_H

#include "subtitle/document.h"

/* ---- pieces --------------------------------------------------------------------------------- */

typedef enum kti_piece_kind {
    KTI_PIECE_TEXT,   /* stands for itself */
    KTI_PIECE_ESCAPE, /* stands for `plain`: an entity, \h, ill-formed bytes */
    KTI_PIECE_BREAK,  /* a line break */
    KTI_PIECE_MARKUP  /* stands for no text */
} kti_piece_kind;

/* What markup means, where formats share it. */
typedef enum kti_tag {
    KTI_TAG_NONE,
    KTI_TAG_BOLD,
    KTI_TAG_ITALIC,
    KTI_TAG_UNDERLINE,
    KTI_TAG_STRIKE,
    KTI_TAG_COLOR, /* value: #rrggbb or a name */
    KTI_TAG_CLASS, /* value: classes with a point between */
    KTI_TAG_VOICE, /* value: who speaks */
    KTI_TAG_LANG,
    KTI_TAG_RUBY,
    KTI_TAG_READING, /* rt */
    KTI_TAG_PLACE,   /* number: 1..9 as on a numeric keypad */
    KTI_TAG_TIME,    /* number: what follows is said from this ms on */
    KTI_TAG_RESET,   /* what follows looks as the cue does */
    KTI_TAGS
} kti_tag;

typedef struct kti_piece {
    kti_piece_kind kind;
    size_t len;    /* bytes of the content */
    char plain[8]; /* of an escape: UTF-8 */
    size_t plain_len;
    kti_tag tag;
    bool close;
    kt_str value; /* as in the file, entities and all */
    kt_str classes;
    int64_t number;
} kti_piece;

/* A walk over the content of a cue. */
typedef struct kti_pieces {
    const kti_dialect *dialect;
    kt_str content;
    size_t at;
    size_t text_end;               /* of the text that is being cut at ill-formed bytes */
    int64_t clock;                 /* where the next karaoke syllable begins */
    int64_t offset;                /* how much earlier times inside are than the file says */
    bool skipping;                 /* inside a drawing */
    size_t block_end;              /* of the override block being read; 0 = none */
    bool unclosed;                 /* no brace ends from here on */
    bool after_break;              /* nothing has been seen since a break */
    bool keep_space;               /* xml:space="preserve" */
    const kti_ttml_styles *styles; /* of the head of TTML */
    size_t last_text;              /* TTML: where it ends, + 1; 0 = not looked for yet */
    bool seen;                     /* TTML: something was, since the last break */
    size_t cdata_end;              /* of <![CDATA[ ]]>; 0 = outside */
    uint16_t spans[16];            /* what the open spans of TTML mean: a bit for each tag */
    size_t depth, hidden;          /* spans open; from which depth on nothing is seen, 0 = none */
    size_t tag_end;                /* of the tag whose other meanings follow; 0 = none do */
    uint16_t tags;                 /* those */
    bool closes;                   /* it is an end tag */
    kt_str agent, color;           /* what it says */
} kti_pieces;

kti_pieces kti_pieces_of(const kt_subtitle *s, size_t cue, kt_str content);

/* Over the content that the file has. */
kti_pieces kti_original(const kt_subtitle *s, size_t cue);

/* The next piece; false at the end. Pieces tile the content on code point boundaries. */
bool kti_pieces_next(kti_pieces *walk, kti_piece *piece);

/* For dialects: what the piece is. */
void kti_piece_text(kti_piece *piece, size_t len);
void kti_piece_escape(kti_piece *piece, size_t len, uint32_t cp);
void kti_piece_break(kti_piece *piece, size_t len);
void kti_piece_markup(kti_piece *piece, size_t len);

/* Whether something of it is seen: other text than white space. */
bool kti_pieces_show(kti_pieces walk);

/* The same of a cue as it will be written; and whether it is nothing but a drawing. */
bool kti_shows_text(const kt_subtitle *s, size_t cue);
bool kti_is_drawing(const kt_subtitle *s, size_t cue);

/* ---- writing -------------------------------------------------------------------------------- */

/* A cue whose text follows under that of another. */
typedef struct kti_part {
    const kt_subtitle *from;
    size_t cue;
} kti_part;

typedef struct kti_cast kti_cast;

/* A new file being written from the cues of another. */
typedef struct kti_writer {
    kti_buf *out;
    const kt_subtitle *from;
    const kt_subtitle *other; /* the second one of two; NULL = none */
    kti_cast *cast;           /* of both, where the target has a list */
    const kti_dialect *to;
    size_t cue;          /* being written */
    size_t number;       /* from 1 */
    const kt_cue *shown; /* with the times that are written, of the cue or of its group */
    kti_tag open[16];
    size_t depth;
    bool ruby_read;       /* the ruby that is open has had its reading */
    int64_t next_ms;      /* when the next cue starts; INT64_MAX for the last one */
    const int64_t *inner; /* the times inside the cue that are still to come */
    size_t inner_count;
    const kti_part *below; /* what is shown under the cue */
    size_t below_count;
    bool under;            /* that is being written */
    size_t turn;           /* the one of the cue that is written, from 1; 0 = all of it */
    bool several;          /* voices are in the cue */
    bool names_voices;     /* in the text, for the target has none */
    uint64_t hidden_lines; /* one bit a line of the cue; the last one is for all behind */
    size_t line;           /* of the cue, from 0 */
    bool fresh;            /* nothing stands in this line yet */
    bool broken;           /* a break is owed before the next text */
    kt_str spoke;          /* who, last; as in the file */
    const kt_subtitle *spoke_in;
    kti_piece waiting[8]; /* tags of the cue's look and of hidden lines, for the text behind them */
    size_t waiting_count;
} kti_writer;

/* Writes the cue, shown when `shown` is. */
void kti_write_cue(kti_writer *w, const kt_cue *shown);

/* Writes the cue's text, and what is below it, by the target's escapes, breaks and tags; ends what
 * is left open. */
void kti_writer_text(kti_writer *w);

/* Where the cue stands, as on a numeric keypad: what a tag says, or its look; 0 = nothing does. */
int64_t kti_place_of(const kt_subtitle *s, size_t cue);

/* Who speaks in a cue, as the file writes it; empty when it does not say, or several do. */
kt_str kti_speaker(const kt_subtitle *s, size_t cue);

/* The turns that voices take in a cue of WebVTT, fed with its pieces. */
typedef struct kti_turns {
    size_t count;        /* with the one that goes on */
    kt_str voice, first; /* of that one, of the first; ptr NULL = nobody's */
    bool said;           /* something was, in that one */
} kti_turns;
void kti_take_turn(kti_turns *turns, const kti_piece *piece, kt_str raw);

/* How many there are; 0 or 1 but for several voices. */
size_t kti_turn_count(const kt_subtitle *s, size_t cue);

typedef void kti_escape(kt_str text, kti_buf *out);

/* Adds ASCII in its full-width form, which every East Asian encoding has: how text is written that
 * would be markup, where a format has no escape for it. */
void kti_add_wide(kti_buf *out, char c);

/* Lines written from `from` on that would end the cue or begin another become ones that do not:
 * an empty one has a space, the header of a cue is written as text. The last one may be empty. */
void kti_keep_inside(const kti_dialect *dialect, kti_buf *out, size_t from);

/* Adds such a name, decoded, by another format's escapes. */
void kti_add_speaker(const kt_subtitle *s, kt_str raw, kti_escape *escape, kti_buf *out);

/* Who speaks in what is written of the cue. */
kt_str kti_writer_speaker(const kti_writer *w);

/* Whether another one speaks in the cue than in the one written before. */
bool kti_writer_speaks(kti_writer *w, kt_str *raw);

/* "Name: " before the text of a transcript, where another one speaks. */
void kti_write_name_before(kti_writer *w);

/* The cues that are kept, by their start. Free `order` with its size, (cue_count + 1) of them. */
typedef struct kti_ordered {
    int64_t start;
    size_t cue;
} kti_ordered;
kt_status kti_order_cues(const kt_subtitle *s, kti_ordered **order, size_t *count);

/* Notes what a new file of these cues does not hold. Cost is linear. And forgets that. */
void kti_forget_losses(kt_subtitle *s);
void kti_note_losses(kt_subtitle *s, const kti_dialect *to, const kti_ordered *order, size_t count);

/* Leaves out those without text, such as drawings: where cues have no ends, they would end others.
 */
void kti_leave_silent(const kt_subtitle *s, kti_ordered *order, size_t *count);

/* Joins characters that were cut between two cues. KT_ERR_NOMEM. */
kt_status kti_join_halves(kt_subtitle *s);

/* Ill-formed bytes of what was written become U+FFFD. */
kt_status kti_make_well_formed(kti_buf *out);

/* Notes that a tag is open; false when too many are. */
bool kti_writer_opens(kti_writer *w, kti_tag tag);
/* Whether the innermost open tag is this one, which then is open no more. Tags inside of it are
 * ended first, by the target's `tag`. */
bool kti_writer_closes(kti_writer *w, kti_tag tag);
bool kti_writer_has(const kti_writer *w, kti_tag tag);

#define KTI_KEEPS(tag) (1u << (tag))
/* Bold, italics, underlines, strikes and colours. */
#define KTI_KEEPS_LOOKS                                                                            \
    (KTI_KEEPS(KTI_TAG_BOLD) | KTI_KEEPS(KTI_TAG_ITALIC) | KTI_KEEPS(KTI_TAG_UNDERLINE) |          \
     KTI_KEEPS(KTI_TAG_STRIKE) | KTI_KEEPS(KTI_TAG_COLOR))

struct kti_dialect {
    kt_format format;
    const char *id;
    uint32_t keeps;    /* the tags that a new file has a like for; a voice: who speaks */
    kt_str line_break; /* inside a cue; empty = the file's line end */
    bool inner_times;  /* times inside of cues are absolute */
    bool counts_on;    /* one inside counts from the one before, the first from the start (ASS) */
    bool has_ruby;
    bool has_classes;
    bool has_voices;
    bool strict_nesting; /* an end tag counts only for the innermost open one (WebVTT) */
    bool stamps_lines;   /* each line has its times before it (LRC) */
    bool plain_only;     /* cues hold no markup: text that is set is escaped (JSON) */
    bool carries_tags;   /* markup holds on over a line break (ASS) */
    bool is_transcript;  /* who speaks belongs to what is said */
    bool names_speakers; /* of those, before the text */
    bool open_ends;      /* cues have no ends: the next one takes their place */
    bool (*is)(kt_str text);
    kt_status (*read)(kt_subtitle *s, kt_error *err);
    /* The piece at walk->at, which is before the end. */
    void (*piece)(kti_pieces *walk, kti_piece *piece);
    bool blank_ends;                         /* an empty line ends a cue */
    bool (*header)(kt_str line);             /* a line that begins a cue, or NULL */
    void (*tame)(kt_str line, kti_buf *out); /* adds such a line as text */
    /* Text as the content of a cue, without line breaks. */
    void (*escape)(kt_str text, kti_buf *out);
    /* Where in what is written begins, in ASCII, what would be markup with the text behind it,
     * whose first byte is ASCII then; SIZE_MAX = nowhere. May be NULL. */
    size_t (*joins)(const kti_buf *out, kt_str text);
    /* A time in the shape of `old`; empty for the shape this library writes. */
    void (*time)(int64_t ms, kt_str old, kti_buf *out);
    /* NULL: not written. `end` may be NULL. */
    void (*begin)(kti_writer *w);
    void (*cue)(kti_writer *w, const kt_cue *cue);
    void (*end)(kti_writer *w);
    void (*tag)(kti_writer *w, const kti_piece *piece);
    /* Adds the copy of a cue for a second track; NULL: it has none. SAMI has its own way. */
    void (*second)(const kt_subtitle *s, size_t cue, kt_str content, kti_buf *out);
    void (*line)(kti_writer *w); /* a break between lines; NULL: `line_break`, or "\n" */
};

extern const kti_dialect kti_srt, kti_vtt, kti_ass, kti_ssa, kti_sami, kti_lrc, kti_sbv, kti_ttml,
    kti_podcast_json, kti_podcast_html, kti_whisper_json, kti_whispercpp_json;

/* NULL for a format without cues. */
const kti_dialect *kti_dialect_of(kt_format format);

/* One that new files can be written in. KT_ERR_UNSUPPORTED: it is read only; KT_ERR_ARG. */
kt_status kti_dialect_to_write(kt_format format, const kti_dialect **out);

#endif
