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
#if defined(__ELF__) && (defined(__x86_64__) || defined(__i386__))
#    ifndef __CET__ /* data has no branches that Intel's checks could stop; without this mark they are off for the whole program */
#        define __CET__ 3
#    endif
#    include <cet.h>
#endif
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
