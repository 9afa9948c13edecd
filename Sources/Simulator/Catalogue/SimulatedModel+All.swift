extension SimulatedModel {
  /// Invented vendors only: nobody shall take a simulated number for a real one.
  static let all: [SimulatedModel] = [
    SimulatedModel(
      id: "sim/swift-otter-8b:free", name: "Sim: Swift Otter 8B (free)",
      summary: "A simulated small model: the first token at once, and sometimes the wrong one.",
      provider: "Otterworks", created: 1_782_864_000, contextLength: 131_072, largestAnswer: 16_384,
      sampling: [
        "frequency_penalty", "min_p", "presence_penalty", "repetition_penalty", "seed", "stop", "temperature", "top_k",
        "top_p",
      ],
      pace: Pace(firstToken: 60, tokensPerSecond: 250, spread: 0.15), accuracy: 0.75,
      talents: [.tools: 0.8, .longContext: 0.5, .languages: 0.6]),
    SimulatedModel(
      id: "sim/steady-badger-24b:free", name: "Sim: Steady Badger 24B (free)",
      summary: "A simulated model of the middle class that never hurries and never stumbles.",
      provider: "Otterworks", created: 1_785_456_000, contextLength: 262_144, largestAnswer: 32_768,
      inputs: ["image", "text"],
      pace: Pace(firstToken: 260, tokensPerSecond: 90, spread: 0.04), accuracy: 0.92,
      talents: [.vision: 0.7, .languages: 0.85, .tools: 0.95]),
    SimulatedModel(
      id: "northlight/aurora-70b-instruct:free", name: "Northlight: Aurora 70B Instruct (free)",
      summary: "A simulated large model that reads images and is seldom wrong.",
      provider: "Northlight", created: 1_780_272_000, contextLength: 131_072, largestAnswer: 32_768,
      inputs: ["image", "text"], wordForStop: "STOP",
      pace: Pace(firstToken: 420, tokensPerSecond: 55, spread: 0.1), accuracy: 0.97,
      talents: [.reasoning: 0.85, .code: 0.9, .longContext: 0.9, .vision: 0.93]),
    SimulatedModel(
      id: "northlight/aurora-mini-3b:free", name: "Northlight: Aurora Mini 3B (free)",
      summary: "A simulated tiny model of few words, every second of them right.",
      provider: "Northlight", created: 1_783_728_000, contextLength: 32_768, largestAnswer: 8_192,
      tools: nil, formats: FormatSupport(json: false, schemas: false), wordForStop: "STOP",
      pace: Pace(firstToken: 110, tokensPerSecond: 180, spread: 0.2), manner: .terse, accuracy: 0.5,
      talents: [.longContext: 0.25, .languages: 0.4]),
    SimulatedModel(
      id: "lanternworks/ponder-32b:free", name: "Lanternworks: Ponder 32B (free)",
      summary: "A simulated reasoning model: it thinks aloud before it answers, and cannot be stopped from it.",
      provider: "Lantern Cloud", created: 1_786_665_600, contextLength: 131_072, largestAnswer: 65_536,
      reasoning: ReasoningSupport(isMandatory: true, isDefault: true), fingerprint: "sim-lantern-0.9",
      pace: Pace(firstToken: 350, tokensPerSecond: 75, spread: 0.12), accuracy: 0.96,
      talents: [.dialogue: 0.85, .languages: 0.8, .longContext: 0.85]),
    SimulatedModel(
      id: "lanternworks/glacier-120b:free", name: "Lanternworks: Glacier 120B (free)",
      summary: "A simulated very large model that needs its time to begin, and can think if asked to.",
      provider: "Lantern Cloud", created: 1_784_937_600, contextLength: 262_144, largestAnswer: 65_536,
      formats: FormatSupport(json: false), sampling: ["temperature", "top_p"],
      reasoning: ReasoningSupport(isMandatory: false, isDefault: false), fingerprint: "sim-lantern-0.9",
      pace: Pace(firstToken: 1_500, tokensPerSecond: 35, spread: 0.15), accuracy: 0.95, talents: [.longContext: 0.98]),
    SimulatedModel(
      id: "papertrail/scribe-14b:free", name: "Papertrail: Scribe 14B (free)",
      summary: "A simulated model that likes to explain what nobody asked.",
      provider: "Papertrail", created: 1_781_568_000, contextLength: 65_536, largestAnswer: 16_384,
      tools: nil, formats: FormatSupport(schemas: false),
      pace: Pace(firstToken: 210, tokensPerSecond: 120, spread: 0.1), manner: .verbose, accuracy: 0.85,
      talents: [.dialogue: 0.95, .languages: 0.92, .code: 0.6]),
    SimulatedModel(
      id: "papertrail/fence-coder-7b:free", name: "Papertrail: Fence Coder 7B (free)",
      summary: "A simulated model for code that fences everything in.",
      provider: "Papertrail", created: 1_787_788_800, contextLength: 65_536, largestAnswer: 16_384,
      tools: ToolSupport(isWhole: true), formats: FormatSupport(schemas: false),
      pace: Pace(firstToken: 160, tokensPerSecond: 150, spread: 0.1), manner: .fencing, accuracy: 0.82,
      talents: [.code: 0.97, .languages: 0.45, .dialogue: 0.7]),
    SimulatedModel(
      id: "tidewater/drift-9b:free", name: "Tidewater: Drift 9B (free)",
      summary: "A simulated model on a crowded machine: slow, uneven, and soon to be withdrawn.",
      provider: "Tidewater", created: 1_779_753_600, contextLength: 32_768, largestAnswer: 4_096,
      inputs: ["image", "text"], tools: ToolSupport(isParallel: false), formats: FormatSupport(fit: 0.75),
      expiresInDays: 14,
      pace: Pace(firstToken: 700, tokensPerSecond: 20, spread: 0.4), accuracy: 0.7, talents: [.vision: 0.55]),
    SimulatedModel(
      id: "sim/magpie-omni-12b:free", name: "Sim: Magpie Omni 12B (free)",
      summary: "A simulated model with eyes and ears: it takes images, documents, sound and films.",
      provider: "Otterworks", created: 1_787_184_000, contextLength: 131_072, largestAnswer: 16_384,
      inputs: ["audio", "file", "image", "text", "video"],
      pace: Pace(firstToken: 320, tokensPerSecond: 110, spread: 0.12), accuracy: 0.85,
      talents: [.vision: 0.97, .languages: 0.9]),
    SimulatedModel(
      id: "northlight/aurora-ultra", name: "Northlight: Aurora Ultra",
      summary: "A simulated paid model; simulated accounts have no credits.",
      provider: "Northlight", created: 1_788_220_800, contextLength: 1_048_576, largestAnswer: 131_072,
      inputs: ["image", "text", "file"], prices: Prices(prompt: "0.0000025", completion: "0.00001"),
      pace: Pace(firstToken: 500, tokensPerSecond: 80, spread: 0.1), accuracy: 0.99),
  ]
}
