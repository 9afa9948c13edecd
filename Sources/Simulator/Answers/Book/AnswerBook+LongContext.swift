extension AnswerBook {
  /// Each needs the line of the harbour log that it is about.
  static let longContext: [Entry] = [
    found(
      "What did the Board write on the first page of the log? Quote it, and nothing else.",
      "the Board has written", good: ["Keep the light, keep the book, keep the peace."],
      flawed: ["The harbour log of Skerrow", "Keep the light burning."]),
    found(
      "How many crowns did Marten the boatman pay for the blue dinghy? Answer with the number only.",
      "bought the blue dinghy", good: ["14"], flawed: ["7", "12", "40"]),
    found(
      "What is written on the bell of the Good Intent? Quote it, and nothing else.", "was dredged up off the bar",
      good: ["Wait for me, Anna, 1821.", "“Wait for me, Anna, 1821.”"],
      flawed: ["Wait for me, Anna.", "Good Intent, 1821"]),
    found(
      "How many stones did the breakwater lose in the great gale? Answer with the number only.",
      "The breakwater lost 31", good: ["31"], flawed: ["13", "30", "The log does not say."]),
    found(
      "On how many nights of the year did the light burn? Answer with the number only.", "burned on 364 nights",
      good: ["364"], flawed: ["365", "363"]),
    found(
      "Where is the spare key of the lamp room at the end of the year? Answer in a few words.",
      "inside the clock case",
      good: ["On the nail inside the clock case", "Inside the clock case, on a nail."],
      flawed: ["Under the third flagstone behind the pump", "Behind the pump"]),
    found(
      "What is the last price of a ton of coal that the log names, in crowns? Answer with the number only.",
      "has come down to 12 crowns", good: ["12"], flawed: ["11", "13"]),
    found(
      "Who was master in August of the ship that had been called Halcyon? Answer with the surname only.",
      "a Captain Ingrid Torvald", good: ["Torvald", "Captain Torvald"], flawed: ["Pryde", "Captain Pryde", "Moller"]),
    found(
      "What was in the chest with the white heron on its lid? Answer in a few words.", "nothing in it but music paper",
      good: ["Music paper, covered from end to end", "Nothing but music paper."],
      flawed: ["The log does not say.", "Letters of Mr. Leask", "Silver spoons"]),
    found(
      "How many crowns was the carpenter Thom Rendall paid in the whole year? Answer with the number only.",
      "Thom Rendall was paid 5 crowns", good: ["26"], flawed: ["21", "32", "12"]),
    found(
      "How many times was the mail boat Swallow late? Answer with the number only.", "Swallow was late again",
      good: ["5"], flawed: ["4", "3", "6"]),
    found(
      "For how many minutes was the light dark in the night of the midsummer fire? Answer with the number only.",
      "dark from eleven until twenty past one", good: ["140"], flawed: ["80", "120", "150"]),
    found(
      "Which came first: the great gale, or the opening of the chest? Answer with the word gale or the word chest.",
      "The great gale of this year", good: ["gale", "The gale."],
      flawed: ["chest", "The gale of 28 October came before the opening of the chest."]),
    found(
      "What did the harbour-master pay for his new telescope? If the log does not say, answer with the words not said.",
      "THE HARBOUR LOG", good: ["not said", "Not said."],
      flawed: ["18 crowns", "He paid 9 crowns for it."]),
  ]

  private static func found(_ question: String, _ line: String, good: [String], flawed: [String]) -> Entry {
    Entry(question: question, subject: .longContext, needs: [line], good: good, flawed: flawed)
  }
}
