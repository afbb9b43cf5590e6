#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

// The closed sets of Universal Dependencies v2 (universaldependencies.org) as they stand in the English
// treebanks.
namespace onus {

#define ONUS_UPOS(E) \
  E(ADJ)             \
  E(ADP)             \
  E(ADV)             \
  E(AUX) E(CCONJ) E(DET) E(INTJ) E(NOUN) E(NUM) E(PART) E(PRON) E(PROPN) E(PUNCT) E(SCONJ) E(SYM) E(VERB) E(X)

// Universal part-of-speech tags, in their own capitals.
enum class Upos : std::uint8_t {
#define ONUS_ENTRY(name) name,
  ONUS_UPOS(ONUS_ENTRY)
#undef ONUS_ENTRY
};

// Penn Treebank tags with the additions of the English Web Treebank; the second column is how they are
// written.
#define ONUS_XPOS(E)                                                                                        \
  E(NN, "NN")                                                                                               \
  E(IN, "IN")                                                                                               \
  E(DT, "DT")                                                                                               \
  E(NNP, "NNP")                                                                                             \
  E(JJ, "JJ")                                                                                               \
  E(PRP, "PRP")                                                                                             \
  E(period, ".")                                                                                            \
  E(RB, "RB")                                                                                               \
  E(comma, ",") E(NNS, "NNS") E(VB, "VB") E(CC, "CC") E(VBP, "VBP") E(VBD, "VBD") E(VBZ, "VBZ") E(CD, "CD") \
      E(VBN, "VBN") E(VBG, "VBG") E(TO, "TO") E(MD, "MD") E(PRPS, "PRP$") E(RRB, "-RRB-") E(LRB, "-LRB-")   \
          E(colon, ":") E(WDT, "WDT") E(UH, "UH") E(WRB, "WRB") E(HYPH, "HYPH") E(open_quote, "``")         \
              E(WP, "WP") E(close_quote, "''") E(POS, "POS") E(RP, "RP") E(NNPS, "NNPS") E(JJR, "JJR")      \
                  E(JJS, "JJS") E(EX, "EX") E(RBR, "RBR") E(NFP, "NFP") E(ADD, "ADD") E(SYM, "SYM")         \
                      E(FW, "FW") E(GW, "GW") E(dollar, "$") E(PDT, "PDT") E(RBS, "RBS") E(LS, "LS")        \
                          E(AFX, "AFX") E(WPS, "WP$") E(unknown, "_")

enum class Xpos : std::uint8_t {
#define ONUS_ENTRY(name, text) name,
  ONUS_XPOS(ONUS_ENTRY)
#undef ONUS_ENTRY
};

#define ONUS_DEPREL(E)                                                                                    \
  E(punct, "punct")                                                                                       \
  E(case_, "case")                                                                                        \
  E(det, "det")                                                                                           \
  E(nsubj, "nsubj")                                                                                       \
  E(root, "root")                                                                                         \
  E(advmod, "advmod")                                                                                     \
  E(amod, "amod")                                                                                         \
  E(obj, "obj")                                                                                           \
  E(obl, "obl") E(conj, "conj") E(nmod, "nmod") E(compound, "compound") E(cc, "cc") E(mark, "mark")       \
      E(aux, "aux") E(cop, "cop") E(nmod_poss, "nmod:poss") E(advcl, "advcl") E(xcomp, "xcomp")           \
          E(flat, "flat") E(acl_relcl, "acl:relcl") E(ccomp, "ccomp") E(acl, "acl")                       \
              E(parataxis, "parataxis") E(appos, "appos") E(aux_pass, "aux:pass") E(nummod, "nummod")     \
                  E(nsubj_pass, "nsubj:pass") E(discourse, "discourse") E(obl_unmarked, "obl:unmarked")   \
                      E(nmod_unmarked, "nmod:unmarked") E(compound_prt, "compound:prt") E(expl, "expl")   \
                          E(fixed, "fixed") E(list, "list") E(iobj, "iobj") E(obl_agent, "obl:agent")     \
                              E(dep, "dep") E(nmod_desc, "nmod:desc") E(csubj, "csubj")                   \
                                  E(nsubj_outer, "nsubj:outer") E(det_predet, "det:predet")               \
                                      E(advcl_relcl, "advcl:relcl") E(vocative, "vocative")               \
                                          E(reparandum, "reparandum") E(goeswith, "goeswith")             \
                                              E(cc_preconj, "cc:preconj") E(orphan, "orphan")             \
                                                  E(dislocated, "dislocated") E(csubj_pass, "csubj:pass") \
                                                      E(csubj_outer, "csubj:outer")

enum class Deprel : std::uint8_t {
#define ONUS_ENTRY(name, text) name,
  ONUS_DEPREL(ONUS_ENTRY)
#undef ONUS_ENTRY
};

std::string_view text_of(Upos);
std::string_view text_of(Xpos);
std::string_view text_of(Deprel);
std::optional<Upos> upos_from(std::string_view);
std::optional<Xpos> xpos_from(std::string_view);
// An unknown subtype falls back to its main relation; nullopt where that is unknown too.
std::optional<Deprel> deprel_from(std::string_view);

}  // namespace onus
