#include "kernels.h"

#include <math.h>
#include <stddef.h>

// Eight floats that may lie anywhere. Arrays of the project are aligned all the same, since that is faster.
typedef float v8 __attribute__((vector_size(32), aligned(4), may_alias));

#define INLINE static inline __attribute__((always_inline))
#define LOAD(pointer) (*(const v8 *)(pointer))
#define STORE(pointer) (*(v8 *)(pointer))
#define PANEL ENTENTE_PANEL

// `rows` rows times one panel, held in registers: rows * 2 sums.
INLINE void tile(
    const float *input, long stride, const float *packed, const float *bias, long inner, float *output,
    long output_stride, const int rows) {
  v8 sums[6][2];
  for (int row = 0; row < rows; row++) {
    sums[row][0] = LOAD(bias);
    sums[row][1] = LOAD(bias + 8);
  }
  for (long index = 0; index < inner; index++) {
    v8 first = LOAD(packed + index * PANEL), second = LOAD(packed + index * PANEL + 8);
    for (int row = 0; row < rows; row++) {
      float value = input[row * stride + index];
      v8 spread = {value, value, value, value, value, value, value, value};
      sums[row][0] += spread * first;
      sums[row][1] += spread * second;
    }
  }
  for (int row = 0; row < rows; row++) {
    STORE(output + row * output_stride) = sums[row][0];
    STORE(output + row * output_stride + 8) = sums[row][1];
  }
}

// One row times up to four panels: two to eight sums that do not wait for each other.
INLINE void strip(
    const float *input, const float *packed, const float *bias, long inner, float *output, const int panels) {
  v8 sums[8];
  for (int part = 0; part < panels * 2; part++) sums[part] = LOAD(bias + part * 8);
  for (long index = 0; index < inner; index++) {
    float value = input[index];
    v8 spread = {value, value, value, value, value, value, value, value};
    for (int part = 0; part < panels * 2; part++) {
      sums[part] += spread * LOAD(packed + (part / 2) * inner * PANEL + index * PANEL + (part % 2) * 8);
    }
  }
  for (int part = 0; part < panels * 2; part++) STORE(output + part * 8) = sums[part];
}

INLINE void multiply_row(
    const float *input, const float *packed, const float *bias, long panels, long inner, float *output) {
  for (; panels >= 4; panels -= 4, packed += 4 * inner * PANEL, bias += 4 * PANEL, output += 4 * PANEL) {
    strip(input, packed, bias, inner, output, 4);
  }
  if (panels == 3) strip(input, packed, bias, inner, output, 3);
  if (panels == 2) strip(input, packed, bias, inner, output, 2);
  if (panels == 1) strip(input, packed, bias, inner, output, 1);
}

// A block of rows stays in the second-level cache while all panels pass; a panel stays in the first-level cache while
// all rows of the block pass.
INLINE void multiply(
    const float *input, long stride, long rows, const float *packed, const float *bias, long panels, long inner,
    float *output, long output_stride, const int height) {
  if (rows == 1) {
    multiply_row(input, packed, bias, panels, inner, output);
    return;
  }
  for (long start = 0; start < rows; start += 192) {
    long end = rows - start < 192 ? rows : start + 192;
    for (long panel = 0; panel < panels; panel++) {
      const float *weights = packed + panel * inner * PANEL, *shift = bias + panel * PANEL;
      float *column = output + panel * PANEL;
      long row = start;
      for (; row + height <= end; row += height) {
        tile(input + row * stride, stride, weights, shift, inner, column + row * output_stride, output_stride, height);
      }
      for (; row + 2 <= end; row += 2) {
        tile(input + row * stride, stride, weights, shift, inner, column + row * output_stride, output_stride, 2);
      }
      if (row < end) {
        tile(input + row * stride, stride, weights, shift, inner, column + row * output_stride, output_stride, 1);
      }
    }
  }
}

// Adds `rows` rows of 96 numbers, 384 apart, times a matrix of 96 * 16 to the sums.
INLINE void accumulate(v8 sums[6][2], const float *input, const float *packed, const int rows) {
  for (long index = 0; index < 96; index++) {
    v8 first = LOAD(packed + index * PANEL), second = LOAD(packed + index * PANEL + 8);
    for (int row = 0; row < rows; row++) {
      float value = input[row * 384 + index];
      v8 spread = {value, value, value, value, value, value, value, value};
      sums[row][0] += spread * first;
      sums[row][1] += spread * second;
    }
  }
}

// `rows` pairs of rows times one panel. `input` holds for each pair d1 + d2, d2 - d1, d0 - d2, d3 - d1.
INLINE void pair_tile(
    const float *input, const float *packed, const float *bias, float *output, long stride, const int rows) {
  v8 sums[6][2], others[6][2];
  for (int row = 0; row < rows; row++) {
    sums[row][0] = LOAD(bias);
    sums[row][1] = LOAD(bias + 8);
  }
  accumulate(sums, input, packed, rows);
  for (int row = 0; row < rows; row++) {
    for (int half = 0; half < 2; half++) {
      others[row][half] = sums[row][half];
      sums[row][half] = (v8){0};
    }
  }
  accumulate(sums, input + 96, packed + 96 * PANEL, rows);
  for (int row = 0; row < rows; row++) {
    for (int half = 0; half < 2; half++) {
      v8 difference = others[row][half] - sums[row][half];
      sums[row][half] += others[row][half];
      others[row][half] = difference;
    }
  }
  accumulate(sums, input + 192, packed + 192 * PANEL, rows);
  for (int row = 0; row < rows; row++) {
    for (int half = 0; half < 2; half++) {
      STORE(output + 2 * row * stride + half * 8) = sums[row][half];
      sums[row][half] = others[row][half];
    }
  }
  accumulate(sums, input + 288, packed + 288 * PANEL, rows);
  for (int row = 0; row < rows; row++) {
    for (int half = 0; half < 2; half++) STORE(output + (2 * row + 1) * stride + half * 8) = sums[row][half];
  }
}

// Ninety-six pairs at a time stay in the second-level cache.
INLINE void convolve(
    const float *input, long pairs, const float *packed, const float *bias, long panels, float *scratch, float *output,
    const int height) {
  long stride = panels * PANEL;
  for (long start = 0; start < pairs; start += 96) {
    long count = pairs - start < 96 ? pairs - start : 96;
    for (long pair = 0; pair < count; pair++) {
      const float *rows = input + (start + pair) * 192;
      float *target = scratch + pair * 384;
      for (int index = 0; index < 96; index += 8) {
        v8 d0 = LOAD(rows + index), d1 = LOAD(rows + 96 + index);
        v8 d2 = LOAD(rows + 192 + index), d3 = LOAD(rows + 288 + index);
        STORE(target + index) = d1 + d2;
        STORE(target + 96 + index) = d2 - d1;
        STORE(target + 192 + index) = d0 - d2;
        STORE(target + 288 + index) = d3 - d1;
      }
    }
    for (long panel = 0; panel < panels; panel++) {
      const float *weights = packed + panel * 384 * PANEL, *shift = bias + panel * PANEL;
      float *column = output + start * 2 * stride + panel * PANEL;
      long pair = 0;
      for (; pair + height <= count; pair += height) {
        pair_tile(scratch + pair * 384, weights, shift, column + pair * 2 * stride, stride, height);
      }
      for (; pair + 2 <= count; pair += 2) {
        pair_tile(scratch + pair * 384, weights, shift, column + pair * 2 * stride, stride, 2);
      }
      if (pair < count) pair_tile(scratch + pair * 384, weights, shift, column + pair * 2 * stride, stride, 1);
    }
  }
}

// The sum of the eight; a macro, since a vector of this size cannot be passed on processors without AVX.
#define TOTAL(v) ((((v)[0] + (v)[4]) + ((v)[2] + (v)[6])) + (((v)[1] + (v)[5]) + ((v)[3] + (v)[7])))

INLINE void finish(
    const float *products, const float *gain, const float *shift, const float *residual, float *output, long rows) {
  for (long row = 0; row < rows; row++, products += 288, output += 96) {
    v8 best[12];
    v8 sum = {0};
    for (int part = 0; part < 12; part++) {
      v8 first = LOAD(products + part * 8), second = LOAD(products + 96 + part * 8);
      v8 third = LOAD(products + 192 + part * 8);
      v8 larger = __builtin_elementwise_max(first, second);
      best[part] = __builtin_elementwise_max(larger, third);
      sum += best[part];
    }
    float mean = TOTAL(sum) / 96;
    v8 squares = {0};
    for (int part = 0; part < 12; part++) {
      best[part] -= mean;
      squares += best[part] * best[part];
    }
    float scale = 1 / sqrtf(TOTAL(squares) / 96 + 1e-8f);
    for (int part = 0; part < 12; part++) {
      v8 value = best[part] * scale * LOAD(gain + part * 8) + LOAD(shift + part * 8);
      if (residual) value += LOAD(residual + row * 96 + part * 8);
      STORE(output + part * 8) = value;
    }
  }
}

INLINE void add4(const float *a, const float *b, const float *c, const float *d, float *sum) {
  for (int index = 0; index < 288; index += 8) {
    STORE(sum + index) = LOAD(a + index) + LOAD(b + index) + (LOAD(c + index) + LOAD(d + index));
  }
}

INLINE void hidden_layer(const float *const *parts, long count, float *hidden) {
  for (int index = 0; index < 64; index += 16) {
    v8 sums[4] = {{0}, {0}, {0}, {0}};
    for (long part = 0; part < count; part++) {
      const float *values = parts[part] + index;
      sums[0] += LOAD(values);
      sums[1] += LOAD(values + 8);
      sums[2] += LOAD(values + 64);
      sums[3] += LOAD(values + 72);
    }
    STORE(hidden + index) = __builtin_elementwise_max(sums[0], sums[2]);
    STORE(hidden + index + 8) = __builtin_elementwise_max(sums[1], sums[3]);
  }
}

#define MULTIPLY_PARAMETERS                                                                                         \
  const float *input, long input_stride, long rows, const float *packed, const float *bias, long panels, long inner, \
      float *output, long output_stride
#define MULTIPLY_ARGUMENTS input, input_stride, rows, packed, bias, panels, inner, output, output_stride
#define CONVOLVE_PARAMETERS                                                                                      \
  const float *input, long pairs, const float *packed, const float *bias, long panels, float *scratch, float *output
#define CONVOLVE_ARGUMENTS input, pairs, packed, bias, panels, scratch, output
#define FINISH_PARAMETERS \
  const float *products, const float *gain, const float *shift, const float *residual, float *output, long rows
#define FINISH_ARGUMENTS products, gain, shift, residual, output, rows
#define ADD_PARAMETERS const float *a, const float *b, const float *c, const float *d, float *sum
#define ADD_ARGUMENTS a, b, c, d, sum
#define HIDDEN_PARAMETERS const float *const *parts, long count, float *hidden
#define HIDDEN_ARGUMENTS parts, count, hidden

#ifdef __x86_64__
#define WIDE __attribute__((target("avx2,fma")))
WIDE static void multiply_wide(MULTIPLY_PARAMETERS) { multiply(MULTIPLY_ARGUMENTS, 6); }
WIDE static void convolve_wide(CONVOLVE_PARAMETERS) { convolve(CONVOLVE_ARGUMENTS, 6); }
WIDE static void finish_wide(FINISH_PARAMETERS) { finish(FINISH_ARGUMENTS); }
WIDE static void add4_wide(ADD_PARAMETERS) { add4(ADD_ARGUMENTS); }
WIDE static void hidden_wide(HIDDEN_PARAMETERS) { hidden_layer(HIDDEN_ARGUMENTS); }
#define CHOOSE(wide, plain) \
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) wide; else plain
#define HEIGHT 2  // sixteen registers of four floats
#else
#define CHOOSE(wide, plain) plain
#define HEIGHT 6
#endif

void entente_multiply(MULTIPLY_PARAMETERS) {
  CHOOSE(multiply_wide(MULTIPLY_ARGUMENTS), multiply(MULTIPLY_ARGUMENTS, HEIGHT));
}

void entente_convolve(CONVOLVE_PARAMETERS) {
  CHOOSE(convolve_wide(CONVOLVE_ARGUMENTS), convolve(CONVOLVE_ARGUMENTS, HEIGHT));
}

void entente_finish(FINISH_PARAMETERS) { CHOOSE(finish_wide(FINISH_ARGUMENTS), finish(FINISH_ARGUMENTS)); }

void entente_add4(ADD_PARAMETERS) { CHOOSE(add4_wide(ADD_ARGUMENTS), add4(ADD_ARGUMENTS)); }

void entente_hidden(HIDDEN_PARAMETERS) { CHOOSE(hidden_wide(HIDDEN_ARGUMENTS), hidden_layer(HIDDEN_ARGUMENTS)); }
