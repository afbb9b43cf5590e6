// The elementwise recurrence of the encoder (a simple recurrent unit, Lei et al. 2018, with a tanh on the
// state), forwards and backwards, for one direction pair. Called from recurrence.py through ctypes, because a
// loop over time steps in Python would take most of the training time.
//
// Arrays are dense floats: gates [batch][time][direction][3][width] (candidate, forget and reset gates before
// their non-linearity), skip and out [batch][time][direction][width], peep and bias [direction][2][width].
// Direction 1 runs from the end of each sentence to its start. Time steps past a sentence's length give zeros.

#include <math.h>
#include <stddef.h>
#include <string.h>

// A polynomial within 0.004 of tanh: the program computes the same one (src/language/parser_kernels.inc).
static inline float hyperbolic(float x) {
  x = x < -2.8F ? -2.8F : x > 2.8F ? 2.8F : x;
  float s = x * x;
  return x * (0.98165786F + s * (-0.26617008F + s * (0.05601813F + s * (-0.0062837326F + s * 0.00027683793F))));
}
static inline float sigmoid(float x) { return 0.5F + 0.5F * hyperbolic(0.5F * x); }

void recurrence_forward(const float* gates, const float* skip, const float* peep, const float* bias,
                        const int* lengths, int batch, int time, int width, float* out, float* forget,
                        float* reset, float* state) {
  memset(out, 0, sizeof(float) * (size_t)batch * time * 2 * width);
  for (int b = 0; b < batch; ++b)
    for (int d = 0; d < 2; ++d) {
      const float* pf = peep + d * 2 * width;
      const float* pr = pf + width;
      const float* bf = bias + d * 2 * width;
      const float* br = bf + width;
      float previous[width];
      for (int j = 0; j < width; ++j) previous[j] = 0;
      for (int i = 0; i < lengths[b]; ++i) {
        int t = d ? lengths[b] - 1 - i : i;
        size_t at = (((size_t)b * time + t) * 2 + d);
        const float* g = gates + at * 3 * width;
        const float* x = skip + at * width;
        float *o = out + at * width, *f = forget + at * width, *r = reset + at * width, *c = state + at * width;
#pragma GCC ivdep
        for (int j = 0; j < width; ++j) {
          float ff = sigmoid(g[width + j] + pf[j] * previous[j] + bf[j]);
          float rr = sigmoid(g[2 * width + j] + pr[j] * previous[j] + br[j]);
          float cc = ff * previous[j] + (1 - ff) * g[j];
          f[j] = ff;
          r[j] = rr;
          c[j] = cc;
          o[j] = rr * hyperbolic(cc) + (1 - rr) * x[j];
          previous[j] = cc;
        }
      }
    }
}

void recurrence_backward(const float* gates, const float* skip, const float* peep, const int* lengths, int batch,
                         int time, int width, const float* forget, const float* reset, const float* state,
                         const float* d_out, float* d_gates, float* d_skip, float* d_peep, float* d_bias) {
  memset(d_gates, 0, sizeof(float) * (size_t)batch * time * 6 * width);
  memset(d_skip, 0, sizeof(float) * (size_t)batch * time * 2 * width);
  memset(d_peep, 0, sizeof(float) * 4 * width);
  memset(d_bias, 0, sizeof(float) * 4 * width);
  float zeros[width];
  memset(zeros, 0, sizeof zeros);
  for (int b = 0; b < batch; ++b)
    for (int d = 0; d < 2; ++d) {
      const float* pf = peep + d * 2 * width;
      const float* pr = pf + width;
      float* dpf = d_peep + d * 2 * width;
      float* dpr = dpf + width;
      float* dbf = d_bias + d * 2 * width;
      float* dbr = dbf + width;
      float carry[width];
      for (int j = 0; j < width; ++j) carry[j] = 0;
      for (int i = lengths[b] - 1; i >= 0; --i) {
        int t = d ? lengths[b] - 1 - i : i;
        int before = d ? t + 1 : t - 1;
        size_t at = (((size_t)b * time + t) * 2 + d);
        const float* previous = i ? state + (((size_t)b * time + before) * 2 + d) * width : zeros;
        const float *g = gates + at * 3 * width, *x = skip + at * width, *f = forget + at * width;
        const float *r = reset + at * width, *c = state + at * width, *dh = d_out + at * width;
        float *dg = d_gates + at * 3 * width, *dx = d_skip + at * width;
#pragma GCC ivdep
        for (int j = 0; j < width; ++j) {
          float tc = hyperbolic(c[j]);
          float to_reset = dh[j] * (tc - x[j]) * r[j] * (1 - r[j]);
          dx[j] = dh[j] * (1 - r[j]);
          float dc = carry[j] + dh[j] * r[j] * (1 - tc * tc);
          float to_forget = dc * (previous[j] - g[j]) * f[j] * (1 - f[j]);
          dg[j] = dc * (1 - f[j]);
          dg[width + j] = to_forget;
          dg[2 * width + j] = to_reset;
          dpf[j] += to_forget * previous[j];
          dpr[j] += to_reset * previous[j];
          dbf[j] += to_forget;
          dbr[j] += to_reset;
          carry[j] = dc * f[j] + to_forget * pf[j] + to_reset * pr[j];
        }
      }
    }
}

// Adam with decoupled weight decay and an exponential moving average of the weights, in one pass over memory.
void adam_step(float* restrict weight, float* restrict mean, float* restrict square, float* restrict average,
               const float* restrict gradient, size_t count,
               float rate, float beta1, float beta2, float correction1, float correction2, float epsilon,
               float scale, float decay, float keep) {
  for (size_t i = 0; i < count; ++i) {
    float g = gradient[i] * scale;
    mean[i] = beta1 * mean[i] + (1 - beta1) * g;
    square[i] = beta2 * square[i] + (1 - beta2) * g * g;
    float step = mean[i] * correction1 / (sqrtf(square[i] * correction2) + epsilon);
    weight[i] -= rate * (step + decay * weight[i]);
    average[i] = keep * average[i] + (1 - keep) * weight[i];
  }
}

// The same for `rows` rows of a table, those that the batch has met. A row that no batch meets stays as it is, so
// its average is brought up to date when it is met again: `last` holds the step when it last was.
void adam_rows(float* weight, float* mean, float* square, float* average, int* last, const long* ids, size_t rows,
               size_t width, const float* gradient, int count, float rate, float beta1, float beta2,
               float correction1, float correction2, float epsilon, float scale, float keep) {
  for (size_t i = 0; i < rows; ++i) {
    size_t at = (size_t)ids[i] * width;
    float waited = powf(keep, (float)(count - 1 - last[ids[i]]));
    for (size_t j = 0; j < width; ++j)
      average[at + j] = waited * average[at + j] + (1 - waited) * weight[at + j];
    last[ids[i]] = count;
    adam_step(weight + at, mean + at, square + at, average + at, gradient + i * width, width, rate, beta1, beta2,
              correction1, correction2, epsilon, scale, 0, keep);
  }
}
