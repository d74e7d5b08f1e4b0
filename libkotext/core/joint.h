/* joint.h - where words meet, and how closely they belong together. Whoever lays out lines weighs
 * the joints it breaks; whoever knows the words fills them in. */
#ifndef KTI_CORE_JOINT_H
#define KTI_CORE_JOINT_H

#include <stddef.h>
#include <stdint.h>

/* From the best place for a break to the worst. */
typedef enum kti_bond {
    KTI_BOND_SENTENCE = 0, /* a sentence ends: 왔다. | 그는 */
    KTI_BOND_CLAUSE,       /* a clause ends: 오고 | 눈이; a comma */
    KTI_BOND_PHRASE,       /* a phrase whose head is further on: 그는 | 오늘 */
    KTI_BOND_ARGUMENT,     /* an argument beside its predicate: 밥을 | 먹는다 */
    KTI_BOND_CLOSE,    /* a fixed pair, a list, a nested modifier: 이에 | 대해, 이 | 큰 집 */
    KTI_BOND_COMPOUND, /* nouns of one phrase, an adverb and its verb: 사법 | 시험 */
    KTI_BOND_MODIFIER, /* a modifier and its head: 좋은 | 집, 나라의 | 말 */
    KTI_BOND_WHOLE,    /* one word but for the space: 할 | 수 | 있다, 문 | 대통령 */
    KTI_BONDS
} kti_bond;

/* Joints of one text are ordered. A place that has none is KTI_BOND_PHRASE. */
typedef struct kti_joint {
    uint32_t at; /* where the second word begins, in bytes of the text */
    kti_bond bond;
} kti_joint;

typedef struct kti_joints {
    const kti_joint *items;
    size_t count;
} kti_joints;

#endif
