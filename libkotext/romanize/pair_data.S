/* The tables as ktdict writes them, in read-only data. */
#ifdef __wasm__
    .section .rodata.kti_pair_data,"",@
#else
    .section .rodata
#endif
    .balign 64
    .hidden kti_pair_data_begin
    .globl kti_pair_data_begin
kti_pair_data_begin:
    .incbin PAIR_FILE
    .hidden kti_pair_data_end
    .globl kti_pair_data_end
kti_pair_data_end:
    .byte 0
#ifdef __wasm__ /* whose linker wants the size of each symbol */
    .size kti_pair_data_begin, kti_pair_data_end - kti_pair_data_begin
    .size kti_pair_data_end, 1
#endif
#ifdef __CET__ /* data has no branches that Intel's checks could stop; say so, or the whole program goes without them */
#    include <cet.h>
#endif
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
