/* translit_train.h - `kttrain translit`. */
#ifndef KTTRAIN_TRANSLIT_TRAIN_H
#define KTTRAIN_TRANSLIT_TRAIN_H

/* Trains joint.model, hangul.model and sounds.model into `dir`; returns an exit status. */
int translit_command(const char *data, const char *dir, char **paths, int count);

#endif
