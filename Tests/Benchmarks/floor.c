/* What any builder over cmark-gfm must at least do: read each chapter, parse it, render it, write it. One thread. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void page(const char *from, const char *to) {
  FILE *in = fopen(from, "rb");
  if (!in) return;
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
  char block[65536];
  for (size_t got; (got = fread(block, 1, sizeof block, in)) > 0;) cmark_parser_feed(parser, block, got);
  fclose(in);
  cmark_node *tree = cmark_parser_finish(parser);
  char *html = cmark_render_html(tree, CMARK_OPT_DEFAULT, NULL);
  FILE *out = fopen(to, "wb");
  if (out) { fputs(html, out); fclose(out); }
  free(html);
  cmark_node_free(tree);
  cmark_parser_free(parser);
}

int main(int count, char **words) {
  if (count != 3) return 64;
  cmark_gfm_core_extensions_ensure_registered();
  char *roots[] = {words[1], NULL};
  FTS *walk = fts_open(roots, FTS_PHYSICAL, NULL);
  long number = 0;
  for (FTSENT *entry; walk && (entry = fts_read(walk));) {
    char name[4096];
    if (entry->fts_info != FTS_F || strcmp(entry->fts_name, "chapter.md")) continue;
    snprintf(name, sizeof name, "%s/%ld.html", words[2], number++);
    page(entry->fts_accpath, name);
  }
  return 0;
}
