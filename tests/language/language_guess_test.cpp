#include "language/language_guess.h"

#include <gtest/gtest.h>

#include <string>

namespace onus {
namespace {

std::string guessed(std::string_view text) {
  const auto guess = guess_language(text);
  return guess.verdict == LanguageVerdict::unknown ? "unknown" : std::string(guess.name);
}

TEST(LanguageGuess, NamesTheLanguage) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"English", "Ms Hart said that he had taken her phone and would not let her leave the house."},
      {"English", "Police called. He was drunk. The children were upstairs. Bruising to her left arm."},
      {"Welsh",
       "Mae'r plant yn byw gyda'u mam yn y dref. Roedd y tad wedi bod yn ei bygwth hi am flynyddoedd."},
      {"Welsh", "Nid yw'r adroddiad hwn yn sôn am yr hyn a wnaeth y tad i'r plant."},
      {"Irish",
       "Tá na páistí ina gcónaí lena máthair sa bhaile. Bhí an t-athair ag bagairt uirthi agus ar na "
       "páistí."},
      {"Scottish Gaelic",
       "Tha a' chlann a' fuireach còmhla ri am màthair. Bha an athair a' maoidheadh oirre agus cha robh i "
       "sàbhailte."},
      {"Polish",
       "Dzieci mieszkają z matką w mieszkaniu. Ojciec groził jej przez wiele lat i nie pozwalał jej "
       "wychodzić z domu."},
      {"French",
       "Les enfants vivent avec leur mère dans la ville. Le père l'a menacée pendant des années et il ne la "
       "laissait pas sortir."},
      {"Spanish",
       "Los niños viven con su madre en la ciudad. El padre la amenazaba y no la dejaba salir de la casa."},
      {"Romanian", "Copiii locuiesc cu mama lor în oraș. Tatăl a amenințat-o și nu o lăsa să iasă din casă."},
      {"Urdu or Hindi in Roman letters",
       "Bachay apni maa ke saath rehte hain. Baap us ko dhamki deta tha aur ghar se nahi jane deta tha."},
      {"Somali",
       "Carruurta waxay la nool yihiin hooyadood oo ku nool magaalada. Aabuhu wuxuu ku hanjabi jiray oo ma "
       "uusan u oggolaan in ay baxdo."},
      {"a language in Arabic script", "يعيش الأطفال مع أمهم في المدينة وكان الأب يهددها."},
      {"a language in Cyrillic script", "Дети живут с матерью в городе. Отец угрожал ей много лет."},
      {"Punjabi", "ਬੱਚੇ ਆਪਣੀ ਮਾਂ ਨਾਲ ਸ਼ਹਿਰ ਵਿੱਚ ਰਹਿੰਦੇ ਹਨ। ਪਿਤਾ ਉਸ ਨੂੰ ਧਮਕੀ ਦਿੰਦਾ ਸੀ।"},
      {"Chinese or Japanese", "孩子们和母亲住在城里。父亲多年来一直威胁她,不让她出门。"},
  };
  for (const auto& [name, text] : cases) EXPECT_EQ(guessed(text), name) << text;
}

TEST(LanguageGuess, DoesNotGuessFromLittle) {
  for (const auto text : {"", "Ms Hart", "Mae'r plant", "14/03/2021 999 call",
                          "Callum Baird, Ewan Hart, Priya Raman, Daniel Osei",
                          "Strategy meeting 12/02/2021; core group 19/02/2021; review conference 11/05/2021"})
    EXPECT_EQ(guessed(text), "unknown") << text;
}

TEST(LanguageGuess, TakesAnEnglishReportWithOtherWordsForEnglish) {
  EXPECT_EQ(
      guessed(
          "Dywedodd hi, \"Mae o wedi mynd\". She told the officer in Welsh that he had gone, and that the "
          "children and she were safe at her sister's house in Llanelli."),
      "English");
}

}  // namespace
}  // namespace onus
