#include "language/conllu.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <ostream>
#include <span>
#include <unordered_map>

namespace onus {
namespace {

using Columns = std::array<std::string_view, 10>;

std::optional<Columns> columns_of(std::string_view line) {
  Columns columns;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::size_t end = i + 1 < columns.size() ? line.find('\t', begin) : line.size();
    if (end == std::string_view::npos) return std::nullopt;
    columns[i] = line.substr(begin, end - begin);
    begin = end + 1;
  }
  return columns;
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool has(std::string_view features, std::string_view feature) {
  const std::size_t at = features.find(feature);
  if (at == std::string_view::npos) return false;
  const std::size_t end = at + feature.size();
  return (at == 0 || features[at - 1] == '|') && (end == features.size() || features[end] == '|');
}

Features features_from(std::string_view text) {
  Features features;
  if (has(text, "Number=Sing")) features.number = Number::sing;
  if (has(text, "Number=Plur")) features.number = Number::plur;
  if (has(text, "Person=1")) features.person = GrammaticalPerson::first;
  if (has(text, "Person=2")) features.person = GrammaticalPerson::second;
  if (has(text, "Person=3")) features.person = GrammaticalPerson::third;
  if (has(text, "Tense=Past")) features.tense = Tense::past;
  if (has(text, "Tense=Pres")) features.tense = Tense::pres;
  if (has(text, "VerbForm=Fin")) features.verb_form = VerbForm::fin;
  if (has(text, "VerbForm=Inf")) features.verb_form = VerbForm::inf;
  if (has(text, "VerbForm=Part")) features.verb_form = VerbForm::part;
  if (has(text, "VerbForm=Ger")) features.verb_form = VerbForm::ger;
  if (has(text, "Case=Nom")) features.grammatical_case = Case::nom;
  if (has(text, "Case=Acc")) features.grammatical_case = Case::acc;
  if (has(text, "Case=Gen")) features.grammatical_case = Case::gen;
  features.possessive = has(text, "Poss=Yes");
  features.passive = has(text, "Voice=Pass");
  features.negative = has(text, "Polarity=Neg") || has(text, "PronType=Neg");
  return features;
}

std::string features_text(const Features& features) {
  std::string text;
  const auto put = [&text](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!text.empty()) text += '|';
    text.append(name).append("=").append(value);
  };
  static constexpr std::string_view kCase[] = {"", "Nom", "Acc", "Gen"};
  static constexpr std::string_view kNumber[] = {"", "Sing", "Plur"};
  static constexpr std::string_view kPerson[] = {"", "1", "2", "3"};
  static constexpr std::string_view kTense[] = {"", "Past", "Pres"};
  static constexpr std::string_view kForm[] = {"", "Fin", "Inf", "Part", "Ger"};
  put("Case", kCase[static_cast<std::size_t>(features.grammatical_case)]);
  put("Number", kNumber[static_cast<std::size_t>(features.number)]);
  put("Person", kPerson[static_cast<std::size_t>(features.person)]);
  put("Polarity", features.negative ? "Neg" : "");
  put("Poss", features.possessive ? "Yes" : "");
  put("Tense", kTense[static_cast<std::size_t>(features.tense)]);
  put("VerbForm", kForm[static_cast<std::size_t>(features.verb_form)]);
  put("Voice", features.passive ? "Pass" : "");
  return text.empty() ? "_" : text;
}

// Builds a Treebank line by line.
class Reader {
 public:
  Treebank take(std::string_view text) {
    std::uint32_t line_number = 0;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::string_view line = text.substr(begin, end - begin);
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      ++line_number;
      read_line(line, line_number);
      begin = end + 1;
    }
    finish_sentence();
    finish_block();
    return std::move(out_);
  }

 private:
  void read_line(std::string_view line, std::uint32_t line_number) {
    if (line.empty()) return finish_sentence();
    if (line.front() == '#') return read_comment(line);
    const auto columns = columns_of(line);
    if (!columns || (*columns)[1].empty()) return complain(line_number, "not ten columns");
    const std::string_view id = (*columns)[0];
    if (id.find('.') != std::string_view::npos) return;  // an empty node: nothing that was written
    const std::size_t dash = id.find('-');
    if (dash != std::string_view::npos) {
      const auto last = number(id.substr(dash + 1));
      if (number(id.substr(0, dash)) != words_in_sentence() + 1 || !last || *last <= words_in_sentence() + 1)
        return complain(line_number, "a range of words that can't be");
      return begin_contraction((*columns)[1], *last, has((*columns)[9], "SpaceAfter=No"));
    }
    if (number(id) != words_in_sentence() + 1) return complain(line_number, "a word out of order");
    read_word(*columns);
  }

  void read_comment(std::string_view line) {
    const auto is = [line](std::string_view name) { return line.starts_with(name); };
    if (is("# newdoc") || is("# newpar")) return finish_block();
    constexpr std::string_view kId = "# sent_id = ";
    if (is(kId)) sentence_id_ = line.substr(kId.size());
  }

  void complain(std::uint32_t line_number, std::string_view what) {
    out_.problems.push_back("line " + std::to_string(line_number) + ": " + std::string(what));
  }

  std::uint32_t words_in_sentence() const {
    return static_cast<std::uint32_t>(out_.analysis.tokens.size()) - sentence_begin_;
  }

  void put_space() {
    if (!block_open_) {
      if (!out_.prose.empty()) out_.prose += "\n\n";
      block_begin_ = static_cast<std::uint32_t>(out_.prose.size());
      block_open_ = true;
    } else if (space_) {
      out_.prose += ' ';
    }
    space_ = true;
  }

  void begin_contraction(std::string_view surface, std::uint32_t last, bool touches) {
    put_space();
    contraction_at_ = static_cast<std::uint32_t>(out_.prose.size());
    out_.prose += surface;
    contraction_last_ = last;
    space_ = !touches;
  }

  // The span of a word: what it adds to the prose, or its share of the contraction that holds it.
  ProseSpan place(std::string_view form, bool touches) {
    if (words_in_sentence() + 1 > contraction_last_) {
      put_space();
      const auto begin = static_cast<std::uint32_t>(out_.prose.size());
      out_.prose += form;
      space_ = !touches;
      return {begin, static_cast<std::uint32_t>(out_.prose.size())};
    }
    const auto end = static_cast<std::uint32_t>(out_.prose.size());
    const std::uint32_t begin = contraction_at_;
    const bool last = words_in_sentence() + 1 == contraction_last_;
    const std::uint32_t words_left = contraction_last_ - words_in_sentence();
    const std::uint32_t room = end - begin >= words_left ? end - begin - (words_left - 1) : 0;
    contraction_at_ = last ? end : begin + std::min(room, static_cast<std::uint32_t>(form.size()));
    while (contraction_at_ < end && is_continuation(out_.prose[contraction_at_])) ++contraction_at_;
    return {begin, contraction_at_};
  }

  static bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

  void read_word(const Columns& columns) {
    Token token;
    token.span = place(columns[1], has(columns[9], "SpaceAfter=No"));
    token.lemma = lemma_index(columns[2]);
    token.upos = upos_from(columns[3]).value_or(Upos::X);
    token.xpos = xpos_from(columns[4]).value_or(Xpos::unknown);
    token.features = features_from(columns[5]);
    token.deprel = deprel_from(columns[7]).value_or(Deprel::dep);
    token.head = number(columns[6]).value_or(UINT32_MAX);  // made an index once the sentence is known
    out_.analysis.tokens.push_back(token);
  }

  std::uint32_t lemma_index(std::string_view lemma) {
    const auto next = static_cast<std::uint32_t>(out_.analysis.lemmas.size());
    const auto [entry, is_new] = lemma_indexes_.try_emplace(std::string(lemma), next);
    if (is_new) out_.analysis.lemmas.emplace_back(lemma);
    return entry->second;
  }

  void finish_sentence() {
    contraction_last_ = 0;
    const std::uint32_t size = words_in_sentence();
    if (size > 0) {
      auto& tokens = out_.analysis.tokens;
      bool parsed = true;
      for (std::uint32_t i = 0; i < size; ++i) {
        Token& token = tokens[sentence_begin_ + i];
        parsed = parsed && token.head <= size && token.head != i + 1;
        token.head = sentence_begin_ + (token.head == 0 || token.head > size ? i : token.head - 1);
      }
      const auto end = static_cast<std::uint32_t>(tokens.size());
      out_.analysis.sentences.push_back({{tokens[sentence_begin_].span.begin, tokens.back().span.end},
                                         {sentence_begin_, end},
                                         static_cast<std::uint32_t>(out_.blocks.size()),
                                         parsed});
      out_.sentence_ids.push_back(sentence_id_);
      sentence_begin_ = end;
    }
    sentence_id_.clear();
  }

  void finish_block() {
    if (!block_open_) return;
    out_.blocks.push_back(
        {.span = {block_begin_, static_cast<std::uint32_t>(out_.prose.size())}, .cell = {}});
    block_open_ = false;
    space_ = false;
  }

  Treebank out_;
  std::unordered_map<std::string, std::uint32_t> lemma_indexes_;
  std::string sentence_id_;
  std::uint32_t sentence_begin_ = 0;
  std::uint32_t block_begin_ = 0;
  bool block_open_ = false;
  bool space_ = false;
  std::uint32_t contraction_at_ = 0;
  std::uint32_t contraction_last_ = 0;  // number in the sentence of the contraction's last word
};

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         static_cast<unsigned char>(byte) >= 128;
}

bool is_word(const Token& token) {
  return token.upos != Upos::PUNCT && token.upos != Upos::SYM && token.upos != Upos::NUM;
}

// Whether `next` is the second part of one written word: "did" + "n't", "Bush" + "'s", "can" + "not".
bool contracted(const Token& token, const Token& next, std::string_view prose) {
  if (token.span.end != next.span.begin || !is_word(token) || !is_word(next) || next.span.empty())
    return false;
  const char first = prose[next.span.begin];
  return is_letter(prose[token.span.end - 1]) && (is_letter(first) || first == '\'');
}

// A word or a text on one line.
std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
  return line;
}

bool space_after(std::string_view prose, const Token& token) {
  return token.span.end >= prose.size() || prose[token.span.end] == ' ' || prose[token.span.end] == '\n';
}

void print_contraction(std::ostream& out, const Analysis& analysis, std::string_view prose, TokenRange range,
                       std::uint32_t token) {
  std::uint32_t last = token;
  while (last + 1 < range.end && contracted(analysis.tokens[last], analysis.tokens[last + 1], prose)) ++last;
  const bool inside =
      token > range.begin && contracted(analysis.tokens[token - 1], analysis.tokens[token], prose);
  if (last == token || inside) return;
  out << token - range.begin + 1 << '-' << last - range.begin + 1 << '\t'
      << slice(prose, join(analysis.tokens[token].span, analysis.tokens[last].span))
      << "\t_\t_\t_\t_\t_\t_\t_\t" << (space_after(prose, analysis.tokens[last]) ? "_" : "SpaceAfter=No")
      << '\n';
}

void print_word(std::ostream& out, const Analysis& analysis, std::string_view prose, const Sentence& sentence,
                std::uint32_t index) {
  const Token& token = analysis.tokens[index];
  const TokenRange range = sentence.tokens;
  const auto inside = [&](std::uint32_t first) {
    return first >= range.begin && first + 1 < range.end &&
           contracted(analysis.tokens[first], analysis.tokens[first + 1], prose);
  };
  const std::string_view lemma = analysis.lemmas.empty() ? std::string_view() : analysis.lemma(index);
  out << index - range.begin + 1 << '\t' << on_one_line(slice(prose, token.span)) << '\t'
      << (lemma.empty() ? "_" : on_one_line(lemma)) << '\t' << text_of(token.upos) << '\t'
      << text_of(token.xpos) << '\t' << features_text(token.features) << '\t';
  if (sentence.parsed)
    out << (token.head == index ? 0 : token.head - range.begin + 1) << '\t' << text_of(token.deprel);
  else
    out << "_\t_";
  const bool contraction = inside(index) || (index > range.begin && inside(index - 1));
  out << "\t_\t" << (contraction || space_after(prose, token) ? "_" : "SpaceAfter=No") << '\n';
}

}  // namespace

Treebank read_conllu(std::string_view text) { return Reader().take(text); }

void print_conllu(std::ostream& out, const Analysis& analysis, std::string_view prose,
                  const std::vector<std::string>& sentence_ids) {
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    const bool named = i < sentence_ids.size() && !sentence_ids[i].empty();
    out << "# sent_id = " << (named ? sentence_ids[i] : std::to_string(i + 1)) << '\n'
        << "# text = " << on_one_line(slice(prose, sentence.span)) << '\n';
    for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
      print_contraction(out, analysis, prose, sentence.tokens, token);
      print_word(out, analysis, prose, sentence, token);
    }
    out << '\n';
  }
}

}  // namespace onus
