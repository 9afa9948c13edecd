/// What a question is about, as far as models differ in it.
enum Subject: Hashable, Sendable {
  case general, reasoning, extraction, tools, dialogue, vision, longContext, languages, code
}
