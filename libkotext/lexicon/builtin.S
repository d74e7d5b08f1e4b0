/* The .ktd as it is on disk, in read-only data. */
#ifdef __wasm__
    .section .rodata.kti_builtin,"",@
#else
    .section .rodata
#endif
    .balign 16
    .hidden kti_builtin_begin
    .globl kti_builtin_begin
kti_builtin_begin:
    .incbin KTD_FILE
    .hidden kti_builtin_end
    .globl kti_builtin_end
kti_builtin_end:
    .byte 0
#ifdef __wasm__ /* whose linker wants the size of each symbol */
    .size kti_builtin_begin, kti_builtin_end - kti_builtin_begin
    .size kti_builtin_end, 1
#endif
#if defined(__ELF__) && (defined(__x86_64__) || defined(__i386__))
#    ifndef __CET__ /* data has no branches that Intel's checks could stop; without this mark they are off for the whole program */
#        define __CET__ 3
#    endif
#    include <cet.h>
#endif
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
