#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/houdini.h>

// The types of extension nodes are C variables, set once by registration and in no installed header; Swift reads them
// through these functions.
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
static inline uint16_t tamra_node_table(void) { return (uint16_t)CMARK_NODE_TABLE; }
static inline uint16_t tamra_node_table_row(void) { return (uint16_t)CMARK_NODE_TABLE_ROW; }
static inline uint16_t tamra_node_table_cell(void) { return (uint16_t)CMARK_NODE_TABLE_CELL; }
static inline uint16_t tamra_node_strikethrough(void) { return (uint16_t)CMARK_NODE_STRIKETHROUGH; }
