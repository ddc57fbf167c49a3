// Select2 draws its boxes without a name. Give each the name of its field, so that somebody who
// hears the form knows which box they are in.
"use strict"
{
  const $ = django.jQuery

  function nameBox(select) {
    const label = document.querySelector(`label[for="${select.id}"]`)
    const box = select.nextElementSibling
    if (!label || !box?.classList.contains("select2")) return
    label.id ||= `${select.id}_label`
    const text = label.textContent.trim().replace(/:$/, "")
    const selection = box.querySelector(".select2-selection")
    const chosen = box.querySelector("span.select2-selection__rendered")
    if (chosen) {
      chosen.removeAttribute("role")
      chosen.removeAttribute("aria-readonly")
      selection.setAttribute("aria-labelledby", `${label.id} ${chosen.id}`)
    } else {
      selection.setAttribute("aria-labelledby", label.id)
    }
    box.querySelector(".select2-search__field")?.setAttribute("aria-label", text)
    label.addEventListener("click", () => selection.focus())
  }

  function nameBoxesIn(element) {
    element.querySelectorAll("select.admin-autocomplete").forEach(nameBox)
  }

  $(() => nameBoxesIn(document))
  document.addEventListener("formset:added", (event) => {
    setTimeout(() => nameBoxesIn(event.target)) // after Select2 has drawn the new row
  })
  $(document).on("select2:open", (event) => {
    const label = document.querySelector(`label[for="${event.target.id}"]`)
    const field = document.querySelector(".select2-dropdown .select2-search__field")
    if (label && field) field.setAttribute("aria-label", label.textContent.trim())
  })
}
