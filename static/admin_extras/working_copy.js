// Keeps what is written in a form as a working copy a few seconds after each change, and when the
// window is left. Without this script there is the button “Keep as working copy”.
"use strict"

const PAUSE = 3000
const RETRY = 10_000
const BEAT = 60_000
const BEACON_LIMIT = 60_000

const panel = document.querySelector("[data-keep-url]")
const form = panel?.closest("form")

if (form) start()

function start() {
  const state = panel.querySelector(".working-copy-state")
  const others = panel.querySelector(".working-copy-others")
  let kept = content()
  let timer = 0
  let busy = false
  let blocked = false
  let leaving = false
  let sent = false

  function content() {
    const data = new FormData(form)
    const pairs = []
    for (const [name, value] of data) {
      if (typeof value === "string" && name !== "csrfmiddlewaretoken") pairs.push([name, value])
    }
    return new URLSearchParams(pairs).toString()
  }

  // The sequence is ours, not the writer's: it is no change.
  function isChanged() {
    const bare = (text) => text.replace(/(^|&)(copy|sequence)=[^&]*/g, "")
    return bare(content()) !== bare(kept)
  }

  function body(text) {
    const token = form.elements.csrfmiddlewaretoken.value
    return `${text}&csrfmiddlewaretoken=${encodeURIComponent(token)}`
  }

  function later(pause) {
    clearTimeout(timer)
    timer = setTimeout(keep, pause)
  }

  function say(text) {
    state.textContent = text
  }

  async function keep() {
    if (busy || blocked || leaving || !isChanged()) return
    busy = true
    const text = content()
    try {
      const answer = await fetch(panel.dataset.keepUrl, {
        method: "POST",
        body: body(text),
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        redirect: "manual",
      })
      await take(answer, text)
    } catch {
      say(state.dataset.failed)
      later(RETRY)
    }
    busy = false
    if (!blocked && isChanged()) later(PAUSE)
  }

  async function take(answer, text) {
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json")
    const said = isJson ? await answer.json() : {}
    if (answer.ok && isJson) {
      kept = text
      form.elements.copy.value = said.copy
      form.elements.sequence.value = said.sequence
      showOthers(said.others)
      const clock = new Date().toLocaleTimeString(document.documentElement.lang)
      say(`${state.dataset.kept} ${clock}`)
      remember(said.copy)
    } else if (answer.status === 401 || answer.type === "opaqueredirect") {
      say(state.dataset.signedOut)
      later(RETRY)
    } else if (isJson && answer.status >= 400 && answer.status < 500) {
      blocked = true
      say(said.message)
      panel.classList.add("working-copy--blocked")
    } else {
      say(state.dataset.failed)
      later(RETRY)
    }
  }

  // A new record's copy has no other address than its key.
  function remember(key) {
    const address = new URL(location)
    if (!address.pathname.endsWith("/add/") || address.searchParams.get("copy") === key) return
    address.searchParams.set("copy", key)
    history.replaceState(history.state, "", address)
  }

  function showOthers(sentences) {
    const items = sentences.map((sentence) => {
      const item = document.createElement("li")
      item.textContent = sentence
      return item
    })
    others.replaceChildren(...items)
  }

  function leave() {
    if (leaving || blocked || busy || !isChanged()) return
    const text = body(content())
    if (text.length > BEACON_LIMIT) return
    const type = "application/x-www-form-urlencoded"
    if (navigator.sendBeacon(panel.dataset.keepUrl, new Blob([text], { type }))) {
      // The answer is never heard, so the sequence is: one more keep of what stands here.
      kept = content()
      form.elements.sequence.value = Number(form.elements.sequence.value) + 1
    }
  }

  for (const event of ["input", "change", "formset:added", "formset:removed"]) {
    document.addEventListener(event, () => later(PAUSE))
  }
  // Select2 tells of a choice by jQuery alone.
  window.django?.jQuery(form).on("change", () => later(PAUSE))
  form.addEventListener("submit", () => {
    leaving = true
    sent = true
    setTimeout(() => (leaving = false), PAUSE) // in case the browser stays, as after “Stop”
  })
  // Back from an answer to the form: what the answer has kept is newer than what stands here.
  addEventListener("pageshow", (event) => {
    if (event.persisted && sent) location.reload()
  })
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave()
  })
  // What the form's own scripts put in order while it opens isn't a change.
  addEventListener("load", () => setTimeout(() => (kept = content()), 500))
  setInterval(keep, BEAT)
}
