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
#ifdef __CET__ /* data has no branches that Intel's checks could stop; say so, or the whole program goes without them */
#    include <cet.h>
#endif
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
