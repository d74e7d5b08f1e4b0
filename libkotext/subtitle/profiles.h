/* profiles.h - the built-in profiles, made of subtitle/profiles/ when the build is configured. */
#ifndef KTI_SUBTITLE_PROFILES_H
#define KTI_SUBTITLE_PROFILES_H

enum { KTI_PROFILES = 8 };

typedef struct kti_profile_text {
    const char *name, *text;
} kti_profile_text;

extern const kti_profile_text kti_profiles[KTI_PROFILES];

#endif
