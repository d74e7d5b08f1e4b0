/* later */
typedef int nothing;
