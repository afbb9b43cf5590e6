#include "rewriting/given_names.h"

#include <array>

#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 204> kShe{
    "Abigail",   "Aisha",     "Aisling",  "Alice",     "Alison",    "Amanda",     "Amelia",   "Amina",
    "Amy",       "Angela",    "Anita",    "Anna",      "Anne",      "Annie",      "Aoife",    "Ava",
    "Barbara",   "Becky",     "Bella",    "Beth",      "Bethany",   "Bridget",    "Brigid",   "Carla",
    "Carmen",    "Carol",     "Caroline", "Catherine", "Charlotte", "Chloe",      "Ciara",    "Claire",
    "Clara",     "Claudia",   "Daisy",    "Danielle",  "Dawn",      "Deborah",    "Denise",   "Diana",
    "Donna",     "Dorothy",   "Eilidh",   "Eimear",    "Elaine",    "Eleanor",    "Elena",    "Elizabeth",
    "Ella",      "Ellen",     "Ellie",    "Elsie",     "Emily",     "Emma",       "Esme",     "Esther",
    "Eva",       "Evelyn",    "Evie",     "Farida",    "Fatima",    "Fiona",      "Florence", "Freya",
    "Gemma",     "Georgia",   "Georgina", "Grace",     "Grainne",   "Hannah",     "Harriet",  "Hayley",
    "Heather",   "Heidi",     "Helen",    "Holly",     "Imogen",    "Ines",       "Ingrid",   "Irene",
    "Isabel",    "Isabella",  "Isabelle", "Isla",      "Ivy",       "Jacqueline", "Jane",     "Janet",
    "Janice",    "Jasmine",   "Jean",     "Jennifer",  "Jenny",     "Jessica",    "Joan",     "Joanna",
    "Joanne",    "Josephine", "Joyce",    "Judith",    "Julia",     "Julie",      "Karen",    "Kate",
    "Katherine", "Kathleen",  "Katie",    "Kayleigh",  "Kelly",     "Kerry",      "Kirsty",   "Laura",
    "Lauren",    "Leah",      "Leanne",   "Lily",      "Linda",     "Lisa",       "Liz",      "Lola",
    "Lorraine",  "Louise",    "Lucy",     "Lydia",     "Mabel",     "Maggie",     "Margaret", "Maria",
    "Marie",     "Martha",    "Mary",     "Matilda",   "Maureen",   "Maya",       "Megan",    "Melanie",
    "Melissa",   "Mia",       "Michelle", "Millie",    "Molly",     "Monica",     "Nadia",    "Nancy",
    "Naomi",     "Natalie",   "Natasha",  "Niamh",     "Nicole",    "Nina",       "Nora",     "Nuala",
    "Olivia",    "Orla",      "Pamela",   "Patricia",  "Paula",     "Pauline",    "Penelope", "Phoebe",
    "Poppy",     "Priya",     "Rachel",   "Rebecca",   "Rhiannon",  "Roisin",     "Rosa",     "Rose",
    "Rosie",     "Ruby",      "Ruth",     "Sandra",    "Saoirse",   "Sara",       "Sarah",    "Sharon",
    "Sheila",    "Shirley",   "Shona",    "Siobhan",   "Sofia",     "Sophia",     "Sophie",   "Stella",
    "Susan",     "Suzanne",   "Sylvia",   "Tamara",    "Tara",      "Teresa",     "Thandiwe", "Theresa",
    "Tina",      "Tracey",    "Tracy",    "Ursula",    "Valerie",   "Vanessa",    "Vera",     "Veronica",
    "Victoria",  "Violet",    "Wendy",    "Yasmin"};
constexpr std::array<std::string_view, 188> kHe{
    "Aaron",       "Adam",     "Ahmed",     "Aidan",    "Alan",    "Albert",  "Alfie",    "Alfred",
    "Ali",         "Alistair", "Andrew",    "Angus",    "Anthony", "Archie",  "Arthur",   "Barry",
    "Ben",         "Benjamin", "Bernard",   "Bill",     "Billy",   "Bob",     "Bradley",  "Brandon",
    "Brendan",     "Brian",    "Bruce",     "Bryn",     "Callum",  "Carl",    "Cathal",   "Charles",
    "Christopher", "Cian",     "Ciaran",    "Cillian",  "Clive",   "Colin",   "Conor",    "Craig",
    "Daniel",      "Darragh",  "Darren",    "Dave",     "David",   "Dean",    "Declan",   "Denis",
    "Dennis",      "Derek",    "Dermot",    "Diarmuid", "Dominic", "Donald",  "Dougie",   "Duncan",
    "Dylan",       "Edward",   "Eoin",      "Eric",     "Ethan",   "Euan",    "Ewan",     "Fergus",
    "Finn",        "Frank",    "Frederick", "Gareth",   "Gary",    "Gavin",   "Geoffrey", "George",
    "Gerald",      "Gerard",   "Gordon",    "Graham",   "Greg",    "Hamish",  "Hamza",    "Harry",
    "Harvey",      "Henry",    "Howard",    "Hugh",     "Hugo",    "Iain",    "Ian",      "Ibrahim",
    "Imran",       "Isaac",    "Ivan",      "Ivor",     "Jack",    "Jacob",   "Jago",     "Jake",
    "James",       "Jason",    "Jeremy",    "Jim",      "Jimmy",   "John",    "Jonas",    "Jonathan",
    "Joseph",      "Joshua",   "Julian",    "Justin",   "Karl",    "Keith",   "Kenneth",  "Kevin",
    "Kieran",      "Kyle",     "Lachlan",   "Lars",     "Leo",     "Leon",    "Lewis",    "Liam",
    "Louis",       "Luca",     "Lucas",     "Luke",     "Magnus",  "Malcolm", "Marcus",   "Mark",
    "Martin",      "Mateo",    "Matthew",   "Max",      "Michael", "Mick",    "Mohammed", "Muhammad",
    "Nathan",      "Neil",     "Nicholas",  "Nigel",    "Nikolai", "Noah",    "Norman",   "Oisin",
    "Oliver",      "Omar",     "Oscar",     "Otis",     "Owen",    "Patrick", "Paul",     "Peter",
    "Philip",      "Ralph",    "Raymond",   "Richard",  "Robert",  "Rodney",  "Roger",    "Ronald",
    "Rory",        "Ross",     "Russell",   "Ryan",     "Samuel",  "Scott",   "Seamus",   "Sean",
    "Sebastian",   "Sidney",   "Simon",     "Stanley",  "Stephen", "Steven",  "Stuart",   "Tariq",
    "Ted",         "Terence",  "Theo",      "Thomas",   "Timothy", "Tom",     "Tommy",    "Trevor",
    "Tyrone",      "Victor",   "Vincent",   "Wayne"};

}  // namespace

std::optional<PronounSet> set_of_given_name(std::string_view name) {
  if (one_of(name, kShe)) return PronounSet::she;
  if (one_of(name, kHe)) return PronounSet::he;
  return std::nullopt;
}

}  // namespace onus
