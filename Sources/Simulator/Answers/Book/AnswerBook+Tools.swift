extension AnswerBook {
  static let tools: [Entry] = lookups + errands + restraint

  private static let lookups: [Entry] = [
    assisted(
      "What is the weather like in Oslo?",
      good: [Answer(calls: [[weather("Oslo")]], text: "It is {temperature} {unit} in Oslo, with {sky}.")],
      flawed: [
        Answer(calls: [[weather("Oslo")]], text: "There is {sky} in Oslo."),
        Answer(text: "It is 12 °C and sunny in Oslo."),
      ]),
    assisted(
      "How many euros do I get for 250 US dollars?",
      good: [Answer(calls: [[conversion(250, "USD", "EUR")]], text: "You get {amount} euros.")],
      flawed: [
        Answer(calls: [[conversion(250, "US dollars", "euros")]], text: "I am sorry, the converter does not answer."),
        Answer(text: "250 US dollars are about 235 euros."),
      ]),
    assisted(
      "Is it warmer in Lisbon or in Helsinki right now? Answer with the name of the city only.",
      good: [Answer(calls: [[weather("Lisbon"), weather("Helsinki")]], text: "Lisbon")],
      flawed: [
        Answer(
          calls: [[weather("Lisbon"), weather("Helsinki")]], text: "It is warmer in Lisbon, at {temperature} {unit}."),
        Answer(text: "Lisbon"),
      ]),
    assisted(
      "By how many degrees is it warmer in Lisbon than in Oslo? Answer with the number only.",
      good: [Answer(calls: [[weather("Lisbon"), weather("Oslo")]], text: "14")],
      flawed: [
        Answer(calls: [[weather("Lisbon"), weather("Oslo")]], text: "28"),
        Answer(
          calls: [[weather("Lisbon"), weather("Oslo")]],
          text: "It is 14 degrees warmer in Lisbon: {temperature} against {temperature}."),
      ]),
    assisted(
      "How many of my events next Monday begin before noon? Answer with the number only.",
      good: [Answer(calls: [[calendar("2026-03-16")]], text: "3")],
      flawed: [
        Answer(calls: [[calendar("2026-03-16")]], text: "5"), Answer(calls: [[calendar("2026-03-17")]], text: "0"),
      ]),
    assisted(
      "What is in my calendar on Sunday?",
      good: [Answer(calls: [[calendar("2026-03-15")]], text: "There is nothing in your calendar on Sunday.")],
      flawed: [
        Answer(calls: [[calendar("2026-03-14")]], text: "There is nothing in your calendar on Sunday."),
        Answer(text: "On Sunday you have a stand-up at 8:30 and an interview at 11:00."),
      ]),
  ]

  private static let errands: [Entry] = [
    assisted(
      "Write to Ines Okafor that tomorrow's meeting begins at 15:00.",
      good: [
        Answer(
          calls: [[contact("Ines Okafor")], [mail("ines.okafor@example.org")]],
          text: "Done: Ines Okafor knows that the meeting begins at 15:00.")
      ],
      flawed: [
        Answer(calls: [[contact("Ines Okafor")]], text: "Her address is {email}. Shall I write to her?"),
        Answer(calls: [[mail("ines.okafor@example.com")]], text: "Done: I have written to Ines Okafor."),
      ]),
    assisted(
      "Book half an hour with Tomas Lindqvist on 17 March at two in the afternoon. Call it Budget.",
      good: [
        Answer(
          calls: [[contact("Tomas Lindqvist")], [event(at: "14:00", with: "t.lindqvist@example.org")]],
          text: "It is in your calendar, and Tomas Lindqvist is invited.")
      ],
      flawed: [
        Answer(
          calls: [[contact("Tomas Lindqvist")], [event(at: "2 pm", with: "t.lindqvist@example.org")]],
          text: "It is in your calendar."),
        Answer(calls: [[event(at: "14:00", with: "Tomas Lindqvist")]], text: "It is in your calendar."),
      ]),
    assisted(
      "Dim the light in the kitchen to forty percent.",
      good: [Answer(calls: [[light(brightness: 40)]], text: "The light in the kitchen is at forty percent.")],
      flawed: [
        Answer(calls: [[light(brightness: 60)]], text: "I have dimmed the light in the kitchen."),
        Answer(text: "I have dimmed the light in the kitchen to forty percent."),
      ]),
  ]

  private static let restraint: [Entry] = [
    assisted(
      "What is the capital of Norway? Answer with its name only.",
      good: [Answer(text: "Oslo"), Answer(text: "Oslo.")],
      flawed: [
        Answer(calls: [[weather("Oslo")]], text: "Oslo"), Answer(text: "The capital of Norway is Oslo."),
      ]),
    assisted(
      "Please convert my dollars into euros.",
      good: [Answer(text: "How many dollars would you like to convert, and are they US dollars?")],
      flawed: [
        Answer(calls: [[conversion(100, "USD", "EUR")]], text: "How many dollars do you have?"),
        Answer(text: "One US dollar is about 0.92 euros."),
      ]),
    assisted(
      "How warm is it in Atlantis today?",
      good: [Answer(calls: [[weather("Atlantis")]], text: "I could not find out: the weather service says {error}.")],
      flawed: [
        Answer(calls: [[weather("Atlantis")]], text: "It is about 18 °C in Atlantis today."),
        Answer(text: "I cannot know: Atlantis is a legend."),
      ]),
    assisted(
      "Summarise https://example.org/bees in one sentence.",
      good: [
        Answer(
          calls: [[page("https://example.org/bees")]],
          text: "Honey bees dance on the comb to tell each other in which direction and how far away flowers are.")
      ],
      flawed: [
        Answer(calls: [[page("https://example.org/bees")]], text: "BANANA"),
        Answer(text: "The page tells how honey bees dance to show where flowers are."),
      ]),
  ]

  private static func assisted(_ question: String, good: [Answer], flawed: [Answer]) -> Entry {
    Entry(question: question, subject: .tools, good: good, flawed: flawed)
  }
}

// The calls.
extension AnswerBook {
  private static func call(_ name: String, _ arguments: JSON) -> ToolCall {
    ToolCall(name: name, arguments: String(decoding: arguments.bytes, as: UTF8.self))
  }

  private static func weather(_ city: String) -> ToolCall { call("get_weather", ["city": .string(city)]) }
  private static func calendar(_ date: String) -> ToolCall { call("get_calendar", ["date": .string(date)]) }
  private static func contact(_ name: String) -> ToolCall { call("find_contact", ["name": .string(name)]) }
  private static func page(_ url: String) -> ToolCall { call("read_page", ["url": .string(url)]) }

  private static func conversion(_ amount: Int, _ from: String, _ to: String) -> ToolCall {
    call("convert_currency", ["amount": .integer(amount), "from": .string(from), "to": .string(to)])
  }

  private static func mail(_ address: String) -> ToolCall {
    call(
      "send_email",
      [
        "to": .string(address), "subject": "Tomorrow's meeting",
        "body": "Hello Ines,\n\ntomorrow's meeting begins at 15:00.",
      ])
  }

  private static func event(at start: String, with attendee: String) -> ToolCall {
    call(
      "create_event",
      [
        "title": "Budget", "date": "2026-03-17", "start": .string(start), "minutes": 30,
        "attendees": [.string(attendee)],
      ])
  }

  private static func light(brightness: Int) -> ToolCall {
    call("set_light", ["room": "kitchen", "is_on": true, "brightness": .integer(brightness)])
  }
}
