#include "kernels.h"

// Plain loops: they are short, and the compiler makes them wide.
#if defined(__x86_64__) && defined(__clang__)
#define WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WIDE
#endif

WIDE void entente_add_bytes(const uint8_t *row, float factor, size_t width, float *layer) {
    for (size_t unit = 0; unit < width; unit++) layer[unit] += factor * (float)(int8_t)row[unit];
}

WIDE void entente_sum(const float *left, const float *right, size_t width, float *layer) {
    for (size_t unit = 0; unit < width; unit++) layer[unit] = left[unit] + right[unit];
}

WIDE void entente_add_product(const float *vector, size_t inputs, const float *weights, size_t width, float *layer) {
    for (size_t input = 0; input < inputs; input++) {
        const float value = vector[input];
        const float *row = weights + input * width;
        for (size_t unit = 0; unit < width; unit++) layer[unit] += value * row[unit];
    }
}

WIDE void entente_add_active(const float *layer, size_t units, const float *weights, float *out) {
    for (size_t unit = 0; unit < units; unit++) {
        const float value = layer[unit];
        if (value <= 0) continue;
        const float *row = weights + unit * 16;
        for (size_t lane = 0; lane < 16; lane++) out[lane] += value * row[lane];
    }
}
