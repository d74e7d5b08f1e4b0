# What a page in a browser carries (tools/wasm): the small word list, names, how Hanja are read, and the models that names are
# spelt by. Left out are English pronunciations and the models that write English in Hangul. Made when `wasm` is asked for.
set(page ${CMAKE_BINARY_DIR}/wasm/data)
set(page_models ${CMAKE_BINARY_DIR}/wasm/models)
file(MAKE_DIRECTORY ${page} ${page_models})
foreach(model foreign given joint korean shape)
    configure_file(${CMAKE_CURRENT_SOURCE_DIR}/models/${model}.model ${page_models}/${model}.model COPYONLY)
endforeach()

set(page_words)
set(page_parts)
if(with_words)
    set(page_words --lexicon ${page}/words.ktd)
    add_custom_command(OUTPUT ${page}/words.ktd
        COMMAND ktdict import mecab ${mecab_dic} --profile small -o ${page}/words.ktd
        DEPENDS ktdict ${mecab_dic}/sys.dic COMMENT "Importing the Korean word list (page)" VERBATIM)
    list(APPEND page_parts ${page}/words.ktd)
endif()
set(page_hanja)
if(with_spellings)
    set(page_hanja --hanja ${page}/sino.ktd --readings ${page}/hanja.ktd)
    add_custom_command(OUTPUT ${page}/sino.ktd ${page}/hanja.ktd
        COMMAND ktdict import sino ${hanja_txt} ${page_words} -o ${page}/sino.ktd
        COMMAND ktdict import hanja ${hanja_txt} ${page_words} --names ${persons} --surnames ${census} -o ${page}/hanja.ktd
        DEPENDS ktdict ${hanja_txt} ${page_parts} ${persons} ${census} COMMENT "Importing Hanja (page)" VERBATIM)
    list(APPEND page_parts ${page}/sino.ktd ${page}/hanja.ktd)
endif()
set(page_cldr)
if(with_cldr)
    set(page_cldr --cldr ${page}/cldr.tsv)
    add_custom_command(OUTPUT ${page}/cldr.tsv COMMAND ktdict import cldr ${page_words} -o ${page}/cldr.tsv
        DEPENDS ktdict ${page_parts} COMMENT "Importing the names of CLDR (page)" VERBATIM)
    list(APPEND page_parts ${page}/cldr.tsv)
endif()
add_custom_command(OUTPUT ${page}/kotext.ktd
    COMMAND ktdict compile --dicts ${CMAKE_CURRENT_SOURCE_DIR} ${page_words} ${page_hanja} --models ${page_models} ${page_cldr} -o ${page}/kotext.ktd
    DEPENDS ktdict ${tables} ${models} ${page_parts} COMMENT "Compiling the dictionaries (page)" VERBATIM)
add_custom_target(kotext_page_ktd DEPENDS ${page}/kotext.ktd)
