// cblas_sgemm and friends from libopenblas-serial-dev.
#include <cblas.h>
