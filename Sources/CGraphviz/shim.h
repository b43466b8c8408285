// libgvc and libcgraph from libgraphviz-dev, behind wrappers that hide what differs between versions.
#include <stddef.h>
#include <stdlib.h>
#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

// Reads a graph from DOT text; older headers want `char *` where newer ones say `const char *`.
static inline Agraph_t *ententeReadGraph(const char *dot) { return agmemread((char *)dot); }

// Sets a graph attribute, declaring it where no statement of the graph did.
static inline int ententeSetGraphAttribute(Agraph_t *graph, const char *name, const char *value) {
  return agsafeset(graph, (char *)name, (char *)value, (char *)"") == 0;
}

// Lays out with random numbers that begin anew, so that a picture does not depend on the pictures before it.
static inline int ententeLayout(GVC_t *context, Agraph_t *graph, const char *engine) {
  srand(1);
  srand48(1);
  return gvLayout(context, graph, engine);
}

// Sends every message to `handler` instead of stderr.
static inline void ententeCaptureMessages(int (*handler)(char *)) {
  agseterr(AGWARN);
  agseterrf(handler);
}

// Renders a graph that has a layout into memory. The length is an `unsigned int` up to Graphviz 12 and a `size_t` since.
static inline int ententeRender(GVC_t *context, Agraph_t *graph, const char *format, char **data, size_t *length) {
  union {
    unsigned int narrow;
    size_t wide;
  } count = {0};
  count.wide = 0;
  int status = gvRenderData(context, graph, format, data, (void *)&count);
  *length = _Generic(&gvRenderData,
      int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *): (size_t)count.narrow,
      default: count.wide);
  return status;
}
