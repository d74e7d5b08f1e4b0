# Debian packages, by `cpack --preset debian` (CMakePresets.json): one for each component of the install rules.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The kotext authors <kotext@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_BINARY_DIR}/libkotext)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_COMPONENTS_ALL library development command)

# debian_package(COMPONENT NAME SECTION DESCRIPTION [DEPENDS])
function(debian_package component name section description)
    string(TOUPPER ${component} upper)
    set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section} PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_DESCRIPTION "${description}" PARENT_SCOPE)
    set(CPACK_DEBIAN_${upper}_PACKAGE_DEPENDS "${ARGN}" PARENT_SCOPE)
endfunction()

set(ours "libkotext${PROJECT_VERSION_MAJOR} (= ${PROJECT_VERSION})")
list(TRANSFORM KOTEXT_REQUIRES_PRIVATE REPLACE "icu-.*" "libicu-dev" OUTPUT_VARIABLE needed)
list(TRANSFORM needed REPLACE "^(lib)?(utf8proc|uchardet)$" "lib\\2-dev")
list(REMOVE_DUPLICATES needed)
string(JOIN ", " needed ${needed})

debian_package(library libkotext${PROJECT_VERSION_MAJOR} libs
    "Korean-English text toolkit, shared library\nNames, romanization, pronunciation, particles and subtitles; the data is inside.")
debian_package(development libkotext-dev libdevel
    "Korean-English text toolkit, development files\nHeaders, the static library, pkg-config and CMake files." "${ours}, ${needed}")
debian_package(command kotext text
    "Korean-English text toolkit, command\nFilters for text and subtitle files, with man page and completions.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_GENERATE_SHLIBS_POLICY "=")

if(TARGET python AND KOTEXT_PYTHON_DIR)
    list(APPEND CPACK_COMPONENTS_ALL python)
    debian_package(python python3-kotext python
        "Korean-English text toolkit, Python module\nTyped; str in and out, offsets in code points." "${ours}, python3 (>= 3.10), python3-cffi-backend")
    set(CPACK_DEBIAN_PYTHON_PACKAGE_ARCHITECTURE all)
    set(CPACK_DEBIAN_PYTHON_PACKAGE_SHLIBDEPS OFF)
    set(CPACK_DEBIAN_PYTHON_PACKAGE_CONTROL_EXTRA ${CMAKE_SOURCE_DIR}/tools/packaging/postinst ${CMAKE_SOURCE_DIR}/tools/packaging/prerm)
endif()
if(TARGET mod_kotext)
    list(APPEND CPACK_COMPONENTS_ALL sqlite)
    debian_package(sqlite libsqlite3-mod-kotext database
        "Korean-English text toolkit, SQLite extension\nA full-text tokenizer that knows Korean particles, and SQL functions." "${ours}")
endif()
include(CPack)
