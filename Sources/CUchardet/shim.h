// Guesses charsets, from libuchardet-dev.
#pragma once
#include <uchardet/uchardet.h>
