// inflate and crc32 from zlib1g-dev, with what Swift cannot call itself: a macro and a struct of mixed pointers.
#pragma once
#include <string.h>
#include <zlib.h>

/// Inflates one raw deflate stream into exactly `target_size` bytes; 0 where it is damaged or of another size.
static inline int entente_inflate(
    const unsigned char *source, unsigned int source_size, unsigned char *target, unsigned int target_size) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  stream.next_in = (Bytef *)source;
  stream.avail_in = source_size;
  stream.next_out = target;
  stream.avail_out = target_size;
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return 0;
  int status = inflate(&stream, Z_FINISH);
  int complete = status == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  return complete;
}
