/* Lints standard input through the C interface and prints the JSON.
 *
 *     onus-c-example '{"survivor": "Ms Hart"}' < report.txt */
#include <onus.h>
#include <stdio.h>
#include <stdlib.h>

static char *read_all(FILE *in, size_t *length) {
  size_t room = 1 << 16;
  char *text = malloc(room);
  *length = 0;
  while (text != NULL) {
    *length += fread(text + *length, 1, room - *length, in);
    if (*length < room) break;
    room *= 2;
    char *more = realloc(text, room);
    if (more == NULL) free(text);
    text = more;
  }
  return text;
}

static int complain(char *error) {
  fprintf(stderr, "onus-c-example: %s\n", error != NULL ? error : "no memory");
  onus_free(error);
  return 2;
}

int main(int argc, char **argv) {
  char *error = NULL;
  onus_linter *linter = onus_open(argc > 1 ? argv[1] : NULL, &error);
  if (linter == NULL) return complain(error);
  size_t length = 0;
  char *text = read_all(stdin, &length);
  char *report = onus_lint(linter, text, length, "-", &error);
  free(text);
  onus_close(linter);
  if (report == NULL) return complain(error);
  puts(report);
  onus_free(report);
  return 0;
}
