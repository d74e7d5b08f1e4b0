# kotext_data(NAME FOLDER DIR PROFILE full|small MODELS DIR [SOUNDS]): the target NAME makes FOLDER/kotext.ktd of the project's tables,
# the models of a folder, and whatever is at hand of the word list, Hanja, CLDR's names and (SOUNDS) English pronunciations.
function(kotext_data name)
    cmake_parse_arguments(D "SOUNDS" "FOLDER;PROFILE;MODELS" "" ${ARGN})
    set(data ${D_FOLDER}/kotext.ktd)
    set(words) # as an option of ktdict
    set(word_list)
    if(has_words)
        set(word_list ${D_FOLDER}/lexicon-${D_PROFILE}.ktd)
        set(words --lexicon ${word_list})
        add_custom_command(OUTPUT ${word_list} COMMAND ktdict import mecab ${mecab_dic} --profile ${D_PROFILE} -o ${word_list}
            DEPENDS ktdict ${mecab_dic}/sys.dic COMMENT "Importing the Korean word list (${D_PROFILE})" VERBATIM)
    endif()
    set(parts ${words})
    set(files ${word_list})

    if(has_hanja)
        set(spellings ${D_FOLDER}/sino.ktd)
        set(readings ${D_FOLDER}/hanja.ktd)
        set(persons ${CMAKE_CURRENT_SOURCE_DIR}/people.tsv)
        set(census ${CMAKE_CURRENT_SOURCE_DIR}/surnames.tsv)
        set(spelled_words)
        if(D_PROFILE STREQUAL small)
            set(spelled_words ${words})
        endif()
        add_custom_command(OUTPUT ${spellings} COMMAND ktdict import sino ${hanja_txt} ${spelled_words} -o ${spellings}
            DEPENDS ktdict ${hanja_txt} ${word_list} COMMENT "Importing the Hanja spellings of words (${D_PROFILE})" VERBATIM)
        add_custom_command(OUTPUT ${readings} COMMAND ktdict import hanja ${hanja_txt} ${words} --names ${persons} --surnames ${census} -o ${readings}
            DEPENDS ktdict ${hanja_txt} ${word_list} ${persons} ${census} COMMENT "Importing the readings of Hanja (${D_PROFILE})" VERBATIM)
        list(APPEND parts --hanja ${spellings} --readings ${readings})
        list(APPEND files ${spellings} ${readings})
    endif()

    if(D_SOUNDS AND has_sounds)
        set(sounds ${D_FOLDER}/sounds.ktd)
        add_custom_command(OUTPUT ${sounds} COMMAND ktdict import cmudict ${cmudict} -o ${sounds}
            DEPENDS ktdict ${cmudict} COMMENT "Importing the English pronunciations" VERBATIM)
        list(APPEND parts --sounds ${sounds})
        list(APPEND files ${sounds})
    endif()

    if(has_cldr)
        set(cldr ${D_FOLDER}/cldr.tsv)
        add_custom_command(OUTPUT ${cldr} COMMAND ktdict import cldr ${words} -o ${cldr}
            DEPENDS ktdict ${word_list} COMMENT "Importing the names of CLDR (${D_PROFILE})" VERBATIM)
        list(APPEND parts --cldr ${cldr})
        list(APPEND files ${cldr})
    endif()

    file(GLOB models CONFIGURE_DEPENDS ${D_MODELS}/*.model)
    add_custom_command(OUTPUT ${data}
        COMMAND ktdict compile --dicts ${CMAKE_CURRENT_SOURCE_DIR} --models ${D_MODELS} ${parts} -o ${data}
        DEPENDS ktdict ${tables} ${models} ${files} COMMENT "Compiling the dictionaries (${D_PROFILE})" VERBATIM)
    add_custom_target(${name} DEPENDS ${data})
endfunction()
