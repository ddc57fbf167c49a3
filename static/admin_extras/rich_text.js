// Starts the editor of a rich text. Our own start-up instead of the package's, for three reasons:
// no injected style sheet (the Content-Security-Policy refuses it; rich_text.css has the rules),
// a name and a language for the text box, and a mark for a phrase in another language.
import * as editorModule from "django-prose-editor/editor"

const { Editor, Mark, crel, initializeEditors, mergeAttributes, updateAttrsDialog } = editorModule
const ATTRIBUTE = "data-django-prose-editor-chronicle"

// Letters for the buttons, which come with the icons of a font that isn't loaded.
const SIGNS = {
  paragraph: "¶",
  heading3: "H",
  heading4: "h",
  bulletList: "•",
  orderedList: "1.",
  blockquote: "”",
  bold: "B",
  italic: "I",
  phraseLanguage: "fr",
  link: "↗",
  unlink: "↗̸",
  "history:undo": "↶",
  "history:redo": "↷",
}

const PhraseLanguage = Mark.create({
  name: "phraseLanguage",
  addOptions: () => ({ title: "", label: "", help: "" }),
  addAttributes: () => ({ lang: { default: null } }),
  parseHTML: () => [{ tag: "span[lang]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", mergeAttributes(HTMLAttributes), 0],

  addMenuItems({ menu, buttons }) {
    const { title, label, help } = this.options
    const ask = updateAttrsDialog({ lang: { title: label, description: help } }, { title })
    menu.defineItem({
      name: this.name,
      groups: "marks",
      button: buttons.material("translate", title),
      active: (editor) => editor.isActive(this.name),
      enabled: (editor) => !editor.state.selection.empty || editor.isActive(this.name),
      async command(editor) {
        const given = await ask(editor, editor.getAttributes("phraseLanguage"))
        if (!given) return
        const lang = given.lang.trim()
        const chain = editor.chain().focus().extendMarkRange("phraseLanguage")
        if (/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang)) {
          chain.setMark("phraseLanguage", { lang }).run()
        } else {
          chain.unsetMark("phraseLanguage").run()
        }
      },
    })
  },
})

const available = { ...editorModule, PhraseLanguage }

function withoutEmptyParagraph(html) {
  return html === "<p></p>" ? "" : html
}

// Word and web pages bring styles and scripts along. The editor drops them, but only after the
// browser has reported each to the console as a breach of the policy.
function withoutActiveAttributes(html) {
  return html.replace(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, "")
}

// What the package says by classes alone.
function tellStates(element) {
  for (const button of element.querySelectorAll("button[data-name]")) {
    button.setAttribute("aria-disabled", button.classList.contains("disabled"))
    button.setAttribute("aria-pressed", button.classList.contains("active"))
  }
}

function start(textarea) {
  if (textarea.closest(".prose-editor")) return
  const { extensions, labels } = JSON.parse(textarea.getAttribute(ATTRIBUTE))
  extensions.PhraseLanguage &&= {
    title: labels.phraseLanguage,
    label: labels.phraseLanguageField,
    help: labels.phraseLanguageHelp,
  }
  const chosen = Object.entries(extensions)
    .filter(([name]) => available[name])
    .map(([name, options]) =>
      typeof options === "object" ? available[name].configure(options) : available[name],
    )
  const element = crel("div", {
    className: textarea.disabled ? "prose-editor disabled" : "prose-editor",
  })
  textarea.before(element)
  element.append(textarea)

  const label = document.querySelector(`label[for="${textarea.id}"]`)
  const attributes = { role: "textbox", "aria-multiline": "true" }
  if (label) {
    label.id = label.id || `${textarea.id}_label`
    attributes["aria-labelledby"] = label.id
  }
  if (textarea.getAttribute("aria-describedby")) {
    attributes["aria-describedby"] = textarea.getAttribute("aria-describedby")
  }
  if (textarea.lang) attributes.lang = textarea.lang
  if (textarea.disabled) attributes["aria-readonly"] = "true"

  const editor = new Editor({
    element,
    injectCSS: false,
    editable: !textarea.disabled,
    editorProps: { attributes, transformPastedHTML: withoutActiveAttributes },
    extensions: chosen,
    content: textarea.value,
    onCreate({ editor }) {
      for (const button of element.querySelectorAll("button[data-name]")) {
        const text = labels[button.dataset.name]
        if (text) {
          button.title = text
          button.setAttribute("aria-label", text)
          button.classList.remove("material-icons", "prose-menubar__button--heading")
          button.textContent = SIGNS[button.dataset.name]
        }
      }
      tellStates(element)
      editor.on("transaction", () => tellStates(element))
    },
    onUpdate({ editor }) {
      textarea.value = withoutEmptyParagraph(editor.getHTML())
      textarea.dispatchEvent(new Event("input", { bubbles: true }))
    },
  })
  label?.addEventListener("click", () => editor.commands.focus())
}

initializeEditors(start, `[${ATTRIBUTE}]`)
