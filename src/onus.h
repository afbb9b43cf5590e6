/* onus as a C library: a text in, the findings as JSON out. For plugins and for other languages.
 *
 * Every function may be called from any thread; one linter may lint several texts at the same time. No C++
 * exception leaves the library. Nothing is written anywhere and nothing leaves the machine. What is here
 * stays as it is while onus_abi() gives ONUS_ABI. Strings are UTF-8. */
#ifndef ONUS_H
#define ONUS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ONUS_ABI 1
#define ONUS_API __attribute__((visibility("default")))

/* The language model, the rules and who is who. Takes a third of a second to open and about 60 MB; keep it.
 */
typedef struct onus_linter onus_linter;

ONUS_API int onus_abi(void);
ONUS_API const char* onus_version(void);

/* `settings` is NULL or a JSON object: "perpetrator", "survivor", "child", "professional" (a name or a list
 * of names), "kind" (of document: "assessment", "court-statement" ...), "lexicons" (a folder or a list of
 * folders with rules of an organisation, added to the built-in ones), "include-text" (true: the prose comes
 * back too). The built-in lexicons are found beside the library or by the environment variable ONUS_LEXICONS.
 *
 * NULL on failure; then *error, if `error` isn't NULL, is one line that says why, to be freed with onus_free.
 */
ONUS_API onus_linter* onus_open(const char* settings, char** error);

/* Lints `length` bytes at `text`, which need not end in a zero byte. `name` is what the report calls the
 * text; a name that ends in .md makes it Markdown; NULL is "text". Gives the JSON of `onus lint --format
 * json`, with one document
 * ("onus.report/1", docs/report.schema.json; places count Unicode code points), to be freed with onus_free.
 * What can't be read is told in its "problems".
 *
 * NULL on failure (too little memory, a NULL argument); `error` as above. */
ONUS_API char* onus_lint(const onus_linter* linter, const char* text, size_t length, const char* name,
                         char** error);

/* Both may be given NULL. */
ONUS_API void onus_free(char* string);
ONUS_API void onus_close(onus_linter* linter);

#ifdef __cplusplus
}
#endif

#endif
