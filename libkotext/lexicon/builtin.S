/* The .ktd as it is on disk, in read-only data. */
    .section .rodata
    .balign 16
    .hidden kti_builtin_begin
    .globl kti_builtin_begin
kti_builtin_begin:
    .incbin KTD_FILE
    .hidden kti_builtin_end
    .globl kti_builtin_end
kti_builtin_end:
    .byte 0
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
