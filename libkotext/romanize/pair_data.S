/* The tables as ktdict writes them, in read-only data. */
    .section .rodata
    .balign 64
    .hidden kti_pair_data_begin
    .globl kti_pair_data_begin
kti_pair_data_begin:
    .incbin PAIR_FILE
    .hidden kti_pair_data_end
    .globl kti_pair_data_end
kti_pair_data_end:
    .byte 0
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
