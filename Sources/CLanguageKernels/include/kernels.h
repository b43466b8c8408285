// The arithmetic of the networks: plain loops over vectors of eight floats, compiled twice on x86-64, once for
// processors with AVX2 and FMA and once for all others; the right one is chosen at run time.
//
// Why not a BLAS: the weights never change, so they can lie ready in the order in which the processor reads them; the
// rows of a convolution overlap, which a BLAS does not allow; and the serial OpenBLAS of Debian gives wrong results
// when two threads call it at once.
//
// Nothing here allocates, locks or keeps state. Sizes are in floats unless said otherwise.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// Columns that are computed together. Weights are packed in panels of this many: panel after panel, input after input.
#define ENTENTE_PANEL 16

/// output[row][column] = bias[column] + sum over i of input[row * input_stride + i] * weight(column, i).
///
/// `packed` holds panels * inner * 16 floats, `bias` panels * 16; panels * 16 columns are written to every output row.
/// Rows of the input may overlap (input_stride < inner). The output must not overlap the input.
void entente_multiply(
    const float *input, long input_stride, long rows, const float *packed, const float *bias, long panels, long inner,
    float *output, long output_stride);

/// The same for windows of three neighbouring rows of 96, two output rows at a time, with a third fewer products.
///
/// This is Winograd's F(2, 3): with d0..d3 the four rows that two windows touch and g0..g2 the weights of the three
/// places, the two outputs are (d0 - d2) g0 + p and q + (d3 - d1) g2, where p and q are the sum and the difference of
/// (d1 + d2)(g0 + g1 + g2)/2 and (d2 - d1)(g0 - g1 + g2)/2. The results differ from the plain sums by rounding only.
///
/// `input` is the row before the first; `pairs` * 2 + 2 rows of 96 are read. `packed` holds for each panel the four
/// matrices of 96 * 16 in the order (g0 + g1 + g2)/2, (g0 - g1 + g2)/2, g0, g2. `scratch` has room for 96 * 384
/// floats. `pairs` * 2 rows of panels * 16 columns are written, without gaps.
void entente_convolve(
    const float *input, long pairs, const float *packed, const float *bias, long panels, float *scratch, float *output);

/// The end of a layer of width 96, row by row: the largest of products[o], products[96 + o] and products[192 + o], made
/// mean 0 and variance 1 over the row, times gain, plus shift, plus residual.
///
/// Rows of products are 288 apart, rows of residual and output 96; residual may be null and may not be output.
void entente_finish(
    const float *products, const float *gain, const float *shift, const float *residual, float *output, long rows);

/// sum[i] = a[i] + b[i] + c[i] + d[i] for 288 floats.
void entente_add4(const float *a, const float *b, const float *c, const float *d, float *sum);

/// hidden[o] = the larger of two sums over `count` parts of 128 floats, at o and at 64 + o.
void entente_hidden(const float *const *parts, long count, float *hidden);

// The scorer of relations.

/// Adds `count` rows of a table of `width` bytes, each read as signed and times its row's factor, to a layer.
void entente_add_rows(
    const uint8_t *rows, const float *factors, const int32_t *which, size_t count, size_t width, float *layer);

/// Makes a layer of `width` floats the sum of two others.
void entente_sum(const float *left, const float *right, size_t width, float *layer);

/// Adds a vector times a matrix of `inputs` × `width` floats to a layer.
void entente_add_product(const float *vector, size_t inputs, const float *weights, size_t width, float *layer);

/// Adds the positive units of a layer times their rows of 32 floats.
void entente_add_active(const float *layer, size_t units, const float *weights, float *out);
