// A button that copies the address beside it. Without this script it is selected and copied by hand.
"use strict"

for (const field of document.querySelectorAll("[data-copy-label]")) {
  if (!navigator.clipboard) break // on an address without https
  const button = document.createElement("button")
  button.type = "button"
  button.className = "button"
  button.textContent = field.dataset.copyLabel
  button.setAttribute("aria-describedby", field.id)
  button.addEventListener("click", async () => {
    field.select()
    await navigator.clipboard.writeText(field.value)
    button.textContent = field.dataset.copiedLabel
  })
  field.after(button)
}
