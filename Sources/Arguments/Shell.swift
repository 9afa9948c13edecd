/// A shell whose Tab key asks the tool what may follow.
package enum Shell: String, CaseIterable, ArgumentValue {
  case bash, zsh, fish
}

extension CommandLineTool {
  /// The hidden first word by which a shell asks: `tool ---complete <index> <words…>`.
  static let completionWord = "---complete"

  /// What a user's shell loads once: it calls the tool, where all candidates are decided.
  package func completionStub(for shell: Shell) -> String {
    switch shell {
    case .bash:
      """
      _\(name)() {
        local IFS=$'\\n'
        COMPREPLY=($(\(name) \(Self.completionWord) "$((COMP_CWORD - 1))" "${COMP_WORDS[@]:1}" 2>/dev/null))
      }
      complete -o default -F _\(name) \(name)
      """
    case .zsh:
      """
      #compdef \(name)
      _\(name)() {
        local -a candidates
        candidates=(${(f)"$(\(name) \(Self.completionWord) $((CURRENT - 2)) "${(@)words[2,-1]}" 2>/dev/null)"})
        if (( $#candidates )); then compadd -a candidates; else _files; fi
      }
      compdef _\(name) \(name)
      """
    case .fish:
      """
      function __\(name)
        set -l words (commandline -opc) (commandline -ct)
        \(name) \(Self.completionWord) (math (count $words) - 2) $words[2..-1] 2>/dev/null
      end
      complete -c \(name) -a '(__\(name))'
      """
    }
  }
}
