extension AnswerBook {
  static let starter: [Entry] = [
    Entry(
      question: "What is the capital of Australia? Answer with the name of the city only.",
      good: ["Canberra", "Canberra."],
      flawed: ["Sydney", "The capital of Australia is Canberra."]),
    Entry(
      question: "A shop sells pencils in boxes of 12. A school needs 250 pencils. How many boxes must it buy? "
        + "Answer with the number only.",
      good: ["21"],
      flawed: ["20", "21 boxes", "250 / 12 = 20.83, so the school must buy 21 boxes."]),
    Entry(
      question: "Rewrite this in one polite and formal sentence. Answer with the sentence only.\n\n"
        + "Send me the report now, I'm tired of waiting.",
      good: [
        "Could you please send me the report at your earliest convenience?",
        "I would be grateful if you could forward the report to me as soon as possible.",
        "Might I kindly ask you to let me have the report today?",
      ],
      flawed: [
        "Please send me the report now, as I am tired of waiting.",
        "I am still waiting for the report, so send it to me today.",
      ]),
    Entry(
      question: "Translate into German. Answer with the translation only.\n\n"
        + "The train leaves at eight o'clock tomorrow morning.",
      good: [
        "Der Zug fährt morgen früh um acht Uhr ab.",
        "Der Zug fährt morgen um 8 Uhr ab.",
        "Morgen früh, das heißt morgen um acht Uhr, fährt der Zug ab.",
      ],
      flawed: ["Der Zug fährt heute Abend um acht Uhr ab.", "Die Bahn geht morgen früh um acht."]),
    Entry(
      question: "Summarise this in at most 25 words.\n\n"
        + "When a honey bee has found a rich patch of flowers, it flies home and dances on the comb. The angle of "
        + "the dance tells the others in which direction to fly, measured from the sun, and the length of its "
        + "waggling part tells how far. Bees that follow the dance find flowers kilometres away without ever "
        + "having been there.",
      good: [
        "Honey bees dance to tell each other where flowers are: the angle gives the direction, the waggle's length "
          + "the distance.",
        "By dancing on the comb, a bee shows the others the direction and distance of distant flowers.",
      ],
      flawed: [
        "When a honey bee has found flowers it returns to the comb and performs a dance whose angle shows the "
          + "direction measured from the sun and whose length shows the distance to fly.",
        "Bees tell each other where to find flowers, even kilometres away.",
      ]),
    Entry(
      question: "Write a Python function is_palindrome(text) that tells whether a text reads the same in both "
        + "directions, ignoring case and everything that is neither a letter nor a digit. Answer with the code only.",
      good: [
        """
        def is_palindrome(text):
            letters = [c for c in text.casefold() if c.isalnum()]
            return letters == letters[::-1]
        """,
        """
        def is_palindrome(text: str) -> bool:
            cleaned = "".join(c.lower() for c in text if c.isalnum())
            left, right = 0, len(cleaned) - 1
            while left < right:
                if cleaned[left] != cleaned[right]:
                    return False
                left, right = left + 1, right - 1
            return True
        """,
      ],
      flawed: [
        """
        def is_palindrome(text):
            return text == text[::-1]
        """,
        """
        def palindrome(s):
            s = s.lower().replace(" ", "")
            return s == s[::-1]
        """,
      ]),
    Entry(
      question: "Is this review positive, negative or mixed? Answer with one of these three words, in lower case."
        + "\n\nThe screen is gorgeous and it is fast, but the battery barely lasts until lunch.",
      good: ["mixed"],
      flawed: ["negative", "Mixed.", "positive"]),
    Entry(
      question: "Read the name, the e-mail address and the city from this text into a JSON object with the keys "
        + "\"name\", \"email\" and \"city\". Answer with the JSON object only, without a code fence.\n\n"
        + "Hello, this is Ines Okafor. I have moved from Lyon to Porto, so please send the papers there, or write "
        + "to ines.okafor@example.org.",
      good: [
        #"{"name": "Ines Okafor", "email": "ines.okafor@example.org", "city": "Porto"}"#,
        """
        {
          "name": "Ines Okafor",
          "email": "ines.okafor@example.org",
          "city": "Porto"
        }
        """,
      ],
      flawed: [
        #"{"name": "Ines Okafor", "email": "ines.okafor@example.org", "city": "Lyon"}"#,
        #"{"name": "Ines Okafor", "mail": "ines.okafor@example.org", "city": "Porto",}"#,
      ]),
    Entry(
      question: "Name the four seasons in order, beginning with spring: lower case, separated by commas, no spaces, "
        + "nothing else.",
      good: ["spring,summer,autumn,winter", "spring,summer,fall,winter"],
      flawed: ["Spring, Summer, Autumn, Winter", "spring, summer, autumn, winter"]),
    Entry(
      question: "An invoice of 30 January 2026 is due 45 days later. On which day is it due? Answer in the form "
        + "YYYY-MM-DD only.",
      good: ["2026-03-16"],
      flawed: ["2026-03-15", "2026-03-17", "16 March 2026"]),
    Entry(
      question: "Write a haiku about the sea: three lines, no title, with the word salt in it.",
      good: [
        "Grey waves fold at dawn,\nsalt on the lips of the wind,\na gull says nothing.",
        "Low tide, the long sand —\neverything I knew tastes of\nsalt and of far ships.",
      ],
      flawed: [
        "The Sea\n\nGrey waves fold at dawn,\nsalt on the lips of the wind,\na gull says nothing.",
        "Blue beyond the dunes,\nthe moon pulls at the water,\nboats lean on their ropes.",
      ]),
    Entry(
      question: "Three wet shirts on a line in the sun were dry after four hours. How many hours will six such "
        + "shirts take, if there is room for all of them on the line? Answer with the number only.",
      good: ["4", "Four"],
      flawed: ["8", "Six shirts will take 8 hours."]),
  ]
}
