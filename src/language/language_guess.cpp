#include "language/language_guess.h"

#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "text/code_points.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kMostWords = 100'000;
constexpr std::size_t kFewWords = 8;      // too few to tell by
constexpr std::size_t kFewHits = 4;       // fewer common words of a language may stand there by chance
constexpr std::size_t kEnoughWords = 40;  // enough to say "not English" of a language not listed
constexpr double kEnglishShare = 0.2;     // of the words of English prose, the listed ones are 0.35 to 0.55
constexpr double kOtherShare = 0.15;
constexpr double kForeignShare = 0.04;  // fewer English words than even a list of names has

struct CommonWords {
  std::string_view language;
  std::string_view words;  // as folded, parted by spaces
};

// The first is English. Written for this program: articles, pronouns, prepositions, conjunctions, forms of
// "be".
constexpr auto kCommonWords = std::to_array<CommonWords>({
    {"English",
     "the of and to a in that is was he for it with as his on be at by i this had not are but from or have "
     "an they "
     "which one you were her all she there would their we him been has when who will more no if out so said "
     "what up "
     "its about into than them can only other new some could time these two may then do first any my now "
     "such like "
     "our over me did must before after because being should does through did where how very don't didn't "
     "it's"},
    {"Welsh",
     "y yr yn a ac i o ar am at dros gan heb wrth mae roedd oedd bod wedi ei eu nid ddim hi ef fe mi chi ni "
     "nhw hyn "
     "hon hwn sydd sy'n fod hefyd gyda ond neu pan os mae'n oes nad bydd ein eich fy dy ym mewn rhwng ers "
     "hyd cael "
     "gael byddai dim yw ydy ydyw'n i'r o'r a'r a'i i'w na'r yw'r mae'r plant eto iawn ol"},
    {"Irish",
     "an na agus ar ag sé sí tá bhí is le go do mo mar ach nach níl raibh leis aici aige iad siad seo sin de "
     "faoi i "
     "sa san chun ó gan ní ba bhfuil atá a bheith bíonn dá don den féin sula nuair má agam agat ár bhur dul "
     "déanamh"},
    {"Scottish Gaelic",
     "an na agus tha bha air aig sin seo ri le gu cha nach chan anns a' am e i iad mar bho dha do de is ach "
     "gun leis "
     "aice aca mi thu sinn sibh chaidh robh bhith eil nan nam far nuair ma dh' cuideachd a bheil e"},
    {"Polish",
     "w i na z że się nie do jest to po jak o ale za od przez był była było były dla czy tak jej jego ich "
     "przy ona on "
     "oraz ma który która które co już tylko może bardzo są ze by mnie mu tym tego przed aby lub"},
    {"French",
     "le la les de des et un une du est que qui dans pour pas sur au aux avec elle il ils elles ce cette ces "
     "son sa "
     "ses par plus ne se en a été mais ou où on nous vous leur était sont ont lui à d'une qu'il qu'elle y"},
    {"Spanish",
     "el la los las de que y en un una es no se por con para su sus del al lo como más pero le ha era fue "
     "ella él "
     "muy ya o este esta son está había también cuando porque sin sobre entre me"},
    {"Portuguese",
     "o a os as de que e em um uma é não se por com para do da no na dos das mais mas foi ela ele ao seu sua "
     "quando "
     "muito já também está era como pelo pela são tem ou nos"},
    {"Italian",
     "il la le i gli di che e è un una in non per con si da del della al alla nel sono lei lui suo sua ha "
     "anche come "
     "ma più questo questa era stato dei delle lo ho perché"},
    {"German",
     "der die das und ist nicht zu den ein eine mit von sich auf für dem des im er sie es war als auch hat "
     "wird an "
     "bei dass nach wie aus sind noch haben einer ihr ihre wurde oder aber wenn über um"},
    {"Dutch",
     "de het een en van is dat niet op te in met voor zijn ze hij er maar aan die was om ook als dan haar "
     "heeft bij "
     "nog naar door over wel geen werd worden of uit"},
    {"Romanian",
     "și de la în cu nu a că pe un o este din pentru se mai care ce sa fi au am ea el era lui ei dar sau "
     "sunt prin "
     "după când fost să îi această acest si ca"},
    {"Lithuanian",
     "ir kad yra į su iš ne apie buvo ji jis jos jo tai kaip bet už nuo prie po dėl jau taip vaikai jų šis "
     "ši tik ar "
     "labai kai man mano jie savo"},
    {"Turkish",
     "ve bir bu da de için ile ne çok gibi daha ama o var olarak sonra kadar olan en her ben sen biz onun "
     "değil diye "
     "ki mi vardı yok çocuk"},
    {"Somali",
     "waa oo ka iyo ku in la ay ah uu aan loo waxaa soo si wuxuu ayaa u ee ma iyada isaga waxay kale sida "
     "markii leh "
     "lagu jiray ayuu hadda"},
    {"Urdu or Hindi in Roman letters",
     "hai ka ki ke ko mein se aur nahi nahin yeh woh tha thi hain kya par ne us bhi ek ho kar raha rahi liye "
     "apne "
     "uske uski jo main mujhe hum aap bachon bohat wo ye k h gaya gayi phir jab tak"},
    {"Punjabi in Roman letters",
     "da di de nu te hai ne vich ton naal ohne oh eh si sirf kol jo hor ki nahi mainu usnu kardi karda apne "
     "ohna bacche"},
    {"Bengali in Roman letters",
     "ami tumi se amar tomar tar ei ta na ki kore chilo ache ar o kintu theke jonno ekta kichu bole sathe "
     "korte amader "
     "tader hoy hobe keno"},
});

using Counts = std::array<std::size_t, kCommonWords.size()>;
// Which languages (bits) count a word among their commonest.
using WordIndex = std::unordered_map<std::string, std::uint32_t>;

WordIndex make_index() {
  WordIndex index;
  for (std::size_t language = 0; language < kCommonWords.size(); ++language) {
    const auto words = kCommonWords[language].words;
    for (std::size_t begin = 0; begin < words.size();) {
      const auto end = std::min(words.find(' ', begin), words.size());
      index[fold(words.substr(begin, end - begin))] |= 1u << language;
      begin = end + 1;
    }
  }
  return index;
}

struct Script {
  UScriptCode code;
  std::string_view name;
};

constexpr auto kScripts = std::to_array<Script>({
    {USCRIPT_ARABIC, "a language in Arabic script"},
    {USCRIPT_CYRILLIC, "a language in Cyrillic script"},
    {USCRIPT_DEVANAGARI, "a language in Devanagari script"},
    {USCRIPT_GURMUKHI, "Punjabi"},
    {USCRIPT_BENGALI, "Bengali"},
    {USCRIPT_GUJARATI, "Gujarati"},
    {USCRIPT_TAMIL, "Tamil"},
    {USCRIPT_GREEK, "Greek"},
    {USCRIPT_HEBREW, "Hebrew"},
    {USCRIPT_HAN, "Chinese or Japanese"},
    {USCRIPT_HIRAGANA, "Japanese"},
    {USCRIPT_HANGUL, "Korean"},
    {USCRIPT_THAI, "Thai"},
    {USCRIPT_ETHIOPIC, "a language in Ethiopic script"},
    {USCRIPT_GEORGIAN, "Georgian"},
    {USCRIPT_ARMENIAN, "Armenian"},
});

// What is counted in one pass over the text.
struct Tally {
  std::size_t words = 0;  // in Latin letters
  std::size_t english_endings = 0;
  Counts common{};
  std::size_t latin = 0;  // letters
  std::size_t foreign = 0;
  std::array<std::size_t, kScripts.size()> scripts{};
};

bool has_english_ending(std::string_view word) {
  if (word.size() < 5) return false;
  for (const std::string_view ending : {"ed", "ing", "tion", "ly", "ment", "ness", "er", "th"})
    if (word.ends_with(ending)) return true;
  return false;
}

void count_word(std::string_view word, const WordIndex& index, Tally& tally) {
  ++tally.words;
  const auto folded = fold(word);
  tally.english_endings += has_english_ending(folded);
  const auto at = index.find(folded);
  if (at == index.end()) return;
  for (std::size_t language = 0; language < kCommonWords.size(); ++language)
    tally.common[language] += at->second >> language & 1u;
}

void count_letter(char32_t value, Tally& tally) {
  if (value < 0x250) {
    ++tally.latin;
    return;
  }
  UErrorCode status = U_ZERO_ERROR;
  const auto code = uscript_getScript(static_cast<UChar32>(value), &status);
  if (code == USCRIPT_LATIN) ++tally.latin;
  if (code == USCRIPT_LATIN || code == USCRIPT_INHERITED || code == USCRIPT_COMMON) return;
  ++tally.foreign;
  for (std::size_t i = 0; i < kScripts.size(); ++i) tally.scripts[i] += kScripts[i].code == code;
}

Tally tally_of(std::string_view prose) {
  static const WordIndex index = make_index();
  Tally tally;
  std::uint32_t begin = 0;
  bool inside = false;
  const auto end_word = [&](std::uint32_t end) {
    if (inside) count_word(prose.substr(begin, end - begin), index, tally);
    inside = false;
  };
  for (std::uint32_t i = 0; i < prose.size() && tally.words < kMostWords;) {
    const auto [value, size] = code_point_at(prose, i);
    const auto kind = class_of(value);
    const bool letter = kind == CharClass::letter || kind == CharClass::unspaced;
    if (letter) count_letter(value, tally);
    if (letter && !inside && value < 0x250) {
      begin = i;
      inside = true;
    } else if (!letter && kind != CharClass::apostrophe) {
      end_word(i);
    }
    i += size;
  }
  end_word(static_cast<std::uint32_t>(prose.size()));
  return tally;
}

LanguageGuess guess_by_script(const Tally& tally) {
  const auto most = std::max_element(tally.scripts.begin(), tally.scripts.end());
  if (*most * 2 < tally.foreign) return {LanguageVerdict::other, "a language in another script"};
  return {LanguageVerdict::other, kScripts[static_cast<std::size_t>(most - tally.scripts.begin())].name};
}

}  // namespace

LanguageGuess guess_language(std::string_view prose) {
  const Tally tally = tally_of(prose);
  if (tally.foreign > tally.latin && tally.foreign >= 2 * kFewWords) return guess_by_script(tally);
  if (tally.words < kFewWords) return {};
  const auto share = [&](std::size_t count) {
    return static_cast<double>(count) / static_cast<double>(tally.words);
  };
  const double english = share(tally.common[0]);
  const auto best = std::max_element(tally.common.begin() + 1, tally.common.end());
  if (*best >= kFewHits && share(*best) > kOtherShare && share(*best) > 1.3 * english)
    return {LanguageVerdict::other,
            kCommonWords[static_cast<std::size_t>(best - tally.common.begin())].language};
  if (english >= kEnglishShare) return {LanguageVerdict::english, "English"};
  const bool no_english = english < kForeignShare && share(tally.english_endings) < 0.1;
  if (tally.words >= kEnoughWords && no_english)
    return {LanguageVerdict::other, "a language other than English"};
  return {};
}

}  // namespace onus
