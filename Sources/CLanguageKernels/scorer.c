#include "kernels.h"

// Plain loops: they are short, and the compiler makes them wide.
#if defined(__x86_64__) && defined(__clang__)
#define WIDE __attribute__((target_clones("avx2", "default")))
#else
#define WIDE
#endif

// Block by block, so that the sums stay in registers while the rows go by.
enum { BLOCK = 32 };

WIDE void entente_add_rows(
    const uint8_t *rows, const float *factors, const int32_t *which, size_t count, size_t width, float *layer) {
    size_t start = 0;
    for (; start + BLOCK <= width; start += BLOCK) {
        float sums[BLOCK];
        for (size_t unit = 0; unit < BLOCK; unit++) sums[unit] = layer[start + unit];
        for (size_t place = 0; place < count; place++) {
            const float factor = factors[which[place]];
            const uint8_t *row = rows + (size_t)which[place] * width + start;
            for (size_t unit = 0; unit < BLOCK; unit++) sums[unit] += factor * (float)(int8_t)row[unit];
        }
        for (size_t unit = 0; unit < BLOCK; unit++) layer[start + unit] = sums[unit];
    }
    for (size_t place = 0; place < count; place++) {
        const float factor = factors[which[place]];
        const uint8_t *row = rows + (size_t)which[place] * width;
        for (size_t unit = start; unit < width; unit++) layer[unit] += factor * (float)(int8_t)row[unit];
    }
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
        const float *row = weights + unit * 32;
        for (size_t lane = 0; lane < 32; lane++) out[lane] += value * row[lane];
    }
}
