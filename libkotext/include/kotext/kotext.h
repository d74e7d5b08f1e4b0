/* kotext.h - a bilingual Korean-English text toolkit. Include this one. */
#ifndef KOTEXT_KOTEXT_H
#define KOTEXT_KOTEXT_H

#include "align.h"
#include "analyze.h"
#include "base.h"
#include "catalog.h"
#include "charset.h"
#include "engine.h"
#include "file.h"
#include "gloss.h"
#include "glossary.h"
#include "hangul.h"
#include "hangulize.h"
#include "hanja.h"
#include "josa.h"
#include "names.h"
#include "normalize.h"
#include "profile.h"
#include "romanize.h"
#include "segment.h"
#include "slug.h"
#include "space.h"
#include "stream.h"
#include "subtitle.h"
#include "terms.h"
#include "text.h"
#include "token.h"
#include "transcript.h"
#include "translit.h"

#endif
