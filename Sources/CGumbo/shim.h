// gumbo from libgumbo-dev, with a memory of its own for each page: the library frees a tree by recursion, which deep
// trees turn into a stack overflow; here all of a page's memory goes at once.
#pragma once
#include <gumbo.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdlib.h>

// A piece of memory; what is handed out lies behind it.
typedef struct EntenteChunk {
  struct EntenteChunk *next;
  size_t size, used;
} EntenteChunk;

// The memory of one page.
typedef struct EntentePage {
  EntenteChunk *chunks;
  size_t left;
  jmp_buf full;
  GumboOutput *output;
} EntentePage;

static void *ententeAllocate(void *memory, size_t size) {
  EntentePage *page = (EntentePage *)memory;
  const size_t head = (sizeof(EntenteChunk) + 15) & ~(size_t)15;
  size = (size + 15) & ~(size_t)15;
  EntenteChunk *chunk = page->chunks;
  if (!chunk || chunk->size - chunk->used < size) {
    size_t room = size > 1 << 18 ? size : 1 << 18;
    if (page->left < room) longjmp(page->full, 1);
    chunk = (EntenteChunk *)malloc(head + room);
    if (!chunk) longjmp(page->full, 1);
    page->left -= room;
    chunk->next = page->chunks;
    chunk->size = room;
    chunk->used = 0;
    page->chunks = chunk;
  }
  void *place = (char *)chunk + head + chunk->used;
  chunk->used += size;
  return place;
}

static void ententeKeep(void *memory, void *place) {
  (void)memory;
  (void)place;
}

// Frees a page and all nodes of its tree.
static inline void ententeClosePage(EntentePage *page) {
  while (page && page->chunks) {
    EntenteChunk *chunk = page->chunks;
    page->chunks = chunk->next;
    free(chunk);
  }
  free(page);
}

// Parses UTF-8 with at most `most` bytes of memory; null where that is not enough. The tree points into the text.
static inline EntentePage *ententeOpenPage(const char *text, size_t length, size_t most) {
  EntentePage *page = (EntentePage *)calloc(1, sizeof(EntentePage));
  if (!page) return NULL;
  page->left = most;
  if (setjmp(page->full)) {
    ententeClosePage(page);
    return NULL;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = ententeAllocate;
  options.deallocator = ententeKeep;
  options.userdata = page;
  // Each error would keep a copy of the stack of open elements.
  options.max_errors = 0;
  page->output = gumbo_parse_with_options(&options, text, length);
  return page;
}

// The document node of a page.
static inline const GumboNode *ententeRoot(const EntentePage *page) {
  return page->output ? page->output->document : NULL;
}

// The children of a node; null for text.
static inline const GumboVector *ententeChildren(const GumboNode *node) {
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT: return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE: return &node->v.element.children;
    default: return NULL;
  }
}
