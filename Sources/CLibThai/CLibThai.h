#include <string.h>
#include <thai/thbrk.h>
#include <thai/thwbrk.h>
#include <thai/tis.h>
