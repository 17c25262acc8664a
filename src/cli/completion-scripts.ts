/** What each shell reads. The candidates come from the program itself, so a script never grows old. */
export const COMPLETION_SCRIPTS = {
  bash: `# replylint completion for bash: eval "$(replylint completion bash)"
_replylint() {
  local found
  COMPREPLY=()
  found=$("\${COMP_WORDS[0]}" completion bash -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return
  # Nothing in the list: bash completes files.
  [[ $found == :files || $found == '' ]] && return
  mapfile -t COMPREPLY <<< "$found"
}
complete -o default -F _replylint replylint
`,
  zsh: `#compdef replylint
# replylint completion for zsh: source <(replylint completion zsh), or save it as _replylint in a folder of $fpath
_replylint() {
  local found
  local -a candidates
  found=$("$words[1]" completion zsh -- "\${(@)words[2,CURRENT]}" 2>/dev/null) || return
  if [[ $found == :files ]]; then
    _files
    return
  fi
  candidates=("\${(@f)found}")
  _describe replylint candidates
}
if [[ \${zsh_eval_context[-1]} == loadautofunc ]]; then
  _replylint "$@"
else
  compdef _replylint replylint
fi
`,
  fish: `# replylint completion for fish: replylint completion fish | source
function __replylint_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    set -l found ($program completion fish -- $words "$current" 2>/dev/null)
    if test "$found[1]" = ':files'
        __fish_complete_path "$current"
    else
        printf '%s\\n' $found
    end
end
complete -c replylint -f -a '(__replylint_complete)'
`,
} as const;
