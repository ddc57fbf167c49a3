// When a window in which a record was added or corrected closes, the focus goes to the field that
// now holds the record; Django leaves it on the link, or nowhere.
"use strict"
{
  function focusField(popup) {
    const id = popup.name.replace(/__\d+$/, "")
    const field = document.getElementById(id)
    const box = field?.parentElement.querySelector(".select2-selection--single, .select2-search__field")
    const target = box ?? field
    target?.focus()
  }

  for (const name of ["dismissAddRelatedObjectPopup", "dismissChangeRelatedObjectPopup"]) {
    const dismiss = window[name]
    window[name] = (popup, ...values) => {
      dismiss(popup, ...values)
      focusField(popup)
    }
  }
}
