// Puts the focal point on the picture: with a click, or a ring moved by the arrow keys. The number
// fields below stay what is saved; typing into them moves the ring.
"use strict"
{
  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
  const clamp = (value) => Math.min(100, Math.max(0, Math.round(value)))

  function enhance(frame) {
    const x = document.getElementById(frame.dataset.x)
    const y = document.getElementById(frame.dataset.y)
    const surface = frame.querySelector(".focal-point-surface")
    if (!x || !y || x.disabled) return // the picture may only be looked at

    const ring = document.createElement("button")
    ring.type = "button"
    ring.className = "focal-point-ring"
    const reading = document.createElement("output")
    reading.className = "visually-hidden"
    surface.append(ring)
    frame.append(reading)
    frame.classList.add("focal-point-ready")

    function show() {
      const [left, top] = [clamp(x.value), clamp(y.value)]
      ring.style.left = `${left}%`
      ring.style.top = `${top}%`
      const text = frame.dataset.reading.replace("{x}", left).replace("{y}", top)
      ring.setAttribute("aria-label", `${frame.dataset.label}: ${text}`)
      for (const crop of frame.querySelectorAll(".focal-point-crops img")) {
        crop.style.objectPosition = `${left}% ${top}%`
      }
      return text
    }

    function move(left, top) {
      x.value = clamp(left)
      y.value = clamp(top)
      reading.textContent = show()
      x.dispatchEvent(new Event("input", { bubbles: true }))
    }

    surface.addEventListener("click", (event) => {
      if (event.target === ring) return // also what Enter on the ring sends
      const box = surface.getBoundingClientRect()
      const left = ((event.clientX - box.left) / box.width) * 100
      move(left, ((event.clientY - box.top) / box.height) * 100)
      ring.focus()
    })
    ring.addEventListener("keydown", (event) => {
      const step = STEPS[event.key]
      if (!step) return
      event.preventDefault()
      const length = event.shiftKey ? 10 : 1
      move(Number(x.value) + step[0] * length, Number(y.value) + step[1] * length)
    })
    for (const field of [x, y]) field.addEventListener("input", show)
    show()
  }

  document.querySelectorAll("[data-focal-point]").forEach(enhance)
}
