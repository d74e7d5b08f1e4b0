# One interface target carries the warnings, sanitizers and reproducibility of all our own code.
add_library(kotext_flags INTERFACE)

# Sums and products are rounded one by one, as clang does not by itself where a machine has both in one: the data and the answers are
# the same from every compiler.
target_compile_options(kotext_flags INTERFACE -ffp-contract=off)
target_compile_options(kotext_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wmissing-prototypes -Wvla
    -Wstrict-prototypes -Wundef $<$<BOOL:${KOTEXT_WERROR}>:-Werror>)

# What is built tells nothing of the folders it was built in (tests/compat/reproducible.sh): not what debuggers read, and not
# where a program of the build finds the libraries beside it.
if(NOT CMAKE_BUILD_TYPE STREQUAL Debug)
    target_compile_options(kotext_flags INTERFACE -ffile-prefix-map=${CMAKE_SOURCE_DIR}=. -ffile-prefix-map=${CMAKE_BINARY_DIR}=build)
endif()
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)

if(KOTEXT_SANITIZE)
    target_compile_options(kotext_flags INTERFACE -fsanitize=${KOTEXT_SANITIZE} -fno-omit-frame-pointer
        -fno-sanitize-recover=all)
    target_link_options(kotext_flags INTERFACE -fsanitize=${KOTEXT_SANITIZE})
endif()
if(KOTEXT_FUZZ)
    target_compile_options(kotext_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(KOTEXT_COVERAGE)
    # The place of the counters is built in: tests run programs in environments of their own.
    set(counters -fprofile-instr-generate=${CMAKE_BINARY_DIR}/profiles/%4m.profraw)
    target_compile_options(kotext_flags INTERFACE ${counters} -fcoverage-mapping)
    target_link_options(kotext_flags INTERFACE ${counters})
endif()
